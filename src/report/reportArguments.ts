import { parseArgs } from 'node:util';
import { UsageError } from '../commandLine/commandLineError.ts';

export const REPORT_USAGE = 'Usage: npm run --silent report -- FILE... [--facts FILE.json]';

interface ReportArguments {
  /** Saved portfolios, or answers of the API. */
  readonly files: readonly string[];
  /** What only the owner knows. */
  readonly facts: string | undefined;
}

/** @throws UsageError */
export function reportArguments(args: readonly string[]): ReportArguments {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError('');
  return { files: positionals, facts: values.facts };
}

function parsed(args: readonly string[]) {
  try {
    const options = { facts: { type: 'string' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    // Its own message may repeat what was typed.
    throw new UsageError('There is no such option.');
  }
}
