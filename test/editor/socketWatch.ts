import { Worker } from 'node:worker_threads';

/** What the sockets of a process looked like while it was watched. */
export interface SocketsSeen {
  /** Internet sockets (TCP, UDP) that came up meanwhile, as the system lists them: `tcp 0100007F:1F90`. */
  readonly opened: readonly string[];
  /** How often the system was asked. */
  readonly looks: number;
}

export interface SocketWatch {
  stop(): Promise<SocketsSeen>;
}

/**
 * Watches by the system which internet sockets a process has, its threads' included: `/proc/PID/fd` some thousand times a second,
 * against the tables of the kernel. It needs nothing of the process itself, so nothing there can hide from it; a socket that
 * lives for less than a millisecond can be missed, and no exchange with a server is that short. Linux only.
 */
export async function watchSockets(pid: number): Promise<SocketWatch> {
  const watcher = new Worker(new URL('socketWatcher.ts', import.meta.url), { workerData: pid });
  await new Promise((resolve, reject) => {
    watcher.once('message', resolve);
    watcher.once('error', reject);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        watcher.once('message', (seen: SocketsSeen) => resolve(seen));
        watcher.postMessage('stop');
      }),
  };
}
