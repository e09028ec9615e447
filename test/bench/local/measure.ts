import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { quietMachine } from '../quietMachine.ts';

/** Milliseconds, and megabytes of the whole process. */
export interface Measured {
  readonly cold: number;
  readonly warm: number;
  /** The longest time for which the main thread did nothing else. */
  readonly stall: number;
  readonly memory: number;
  /** What all threads took in both runs, their system calls included. */
  readonly processor: number;
  /** From the wish to cancel in the middle of a parse until no worker is left; only of the whole job. */
  readonly cancel: number;
}

export interface Task {
  readonly file: string;
  readonly password: string;
}

const measuring = fileURLToPath(new URL('readTwice.ts', import.meta.url));

/** Reads a statement twice in a process of its own, with a bundled worker. */
export async function measureInProcess(
  what: 'whole' | 'extraction',
  worker: string,
  { file, password }: Task,
): Promise<Measured> {
  await quietMachine(3_000);
  const { stdout } = await promisify(execFile)(process.execPath, [
    measuring,
    what,
    worker,
    file,
    password,
  ]);
  return JSON.parse(stdout) as Measured;
}
