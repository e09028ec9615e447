import { LocalParseError } from '../../src/local/localParseError.ts';

/** The code of an error that may be; any other error is a crash. */
export function outcomeOfError(error: unknown): string {
  return error instanceof LocalParseError ? error.code : 'crashed';
}
