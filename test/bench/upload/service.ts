import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ServiceAddresses {
  readonly key: string;
  /** Answers as soon as it has read an upload. */
  readonly prompt: string;
  /** Answers a while after: time to look at the sender's memory before it ends. */
  readonly slow: string;
}

/** Starts the local service in another process for as long as `use` takes. */
export async function withService<T>(use: (service: ServiceAddresses) => Promise<T>): Promise<T> {
  const service = fork(join(import.meta.dirname, 'serviceProcess.ts'));
  try {
    const [addresses] = (await once(service, 'message')) as [ServiceAddresses];
    return await use(addresses);
  } finally {
    service.kill();
  }
}
