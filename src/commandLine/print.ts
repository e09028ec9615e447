import { CommandLineError } from './commandLineError.ts';

/**
 * Writes to standard output, all of it.
 * @throws CommandLineError when the reader went away before the end
 */
export function print(output: string | Uint8Array): Promise<void> {
  return new Promise((done, reject) => {
    const fail = () => reject(new CommandLineError('Standard output was closed before the end.'));
    process.stdout.on('error', fail);
    process.stdout.write(output, () => done());
  });
}
