import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { quietMachine } from '../quietMachine.ts';
import type { Upload } from './upload.ts';

export interface ClientUpload {
  /** From the call to its answer, in the client's process; the file is read before. */
  readonly milliseconds: number;
  /**
   * KB, before the file was read and at the most until the answer was there; `undefined` where Linux does not count it
   */
  readonly memory: { readonly idle: number; readonly peak: number } | undefined;
}

/**
 * Sends a statement with the extension's client, from a new process that has sent one other before.
 * @param warmUp path of the one that is sent before
 * @throws Error when the client fails
 */
export async function uploadWithClient(upload: Upload, warmUp: string): Promise<ClientUpload> {
  const { origin, key, statement, password } = upload;
  const client = fork(join(import.meta.dirname, 'clientProcess.ts'), [
    origin,
    key,
    warmUp,
    statement,
    password,
  ]);
  const failed = once(client, 'exit').then(([code]) => {
    throw new Error(`The client ended with ${String(code)}.`);
  });
  await Promise.race([once(client, 'message'), failed]);
  await quietMachine(3_000);
  client.send('go');
  const [measured] = (await Promise.race([once(client, 'message'), failed])) as [ClientUpload];
  await failed.catch(() => undefined);
  return measured;
}
