import { CommandLineError, UsageError } from './commandLineError.ts';

interface Command {
  /** One line: how the script is called. */
  readonly usage: string;
  /** Said of any error that is none of ours, whose own text may repeat what is in a file. */
  readonly failure: string;
  readonly run: () => Promise<void>;
}

/** Runs a script. Its exit code is 2 when it was called wrongly and 1 when it failed; the reason goes to standard error. */
export async function runCommand({ usage, failure, run }: Command): Promise<void> {
  try {
    await run();
  } catch (error) {
    const lines = [error instanceof CommandLineError ? error.message : failure];
    if (error instanceof UsageError) lines.push(usage);
    process.stderr.write(`${lines.filter((line) => line !== '').join('\n')}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
