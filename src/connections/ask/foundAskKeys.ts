import { keyAmong } from '../environmentKey.ts';

/** As the documentation of the ask service names them; the first address that is set wins. */
export const ASK_KEY = 'CLAUDE_API_KEY';
const ADDRESSES = ['CLAUDE_API_URL', 'CLAUDE_BASE_URL'] as const;

export interface FoundAskKey {
  readonly key: string;
  /** What stands beside it, unchecked: the person confirms it or another one. */
  readonly url: string | undefined;
  /** URI of the `.env` file; the environment without it. */
  readonly file?: string;
}

/** A key for the ask service among a set of variables. */
export function askKeyAmong(
  variables: Readonly<Record<string, string | undefined>>,
): Omit<FoundAskKey, 'file'> | undefined {
  const found = keyAmong(variables, [ASK_KEY]);
  return found && { key: found.key, url: keyAmong(variables, ADDRESSES)?.key };
}
