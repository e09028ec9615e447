import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RefusingServer } from './refusingServer.ts';

/** Starts a server of Node in a process of its own: with a shared event loop it could not answer while an upload is written. */
export async function startNodeServer(of: 'express' | 'fastify'): Promise<RefusingServer> {
  const server = fork(join(import.meta.dirname, `${of}Process.ts`));
  const [origin] = (await once(server, 'message')) as [string];
  return {
    origin,
    close: async () => {
      const exit = once(server, 'exit');
      server.kill();
      await exit;
    },
  };
}
