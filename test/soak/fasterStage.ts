import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemorySecrets } from '../unit/statements/memorySecrets.ts';
import { TestWindow, type TestWindowOptions } from '../unit/statements/testWindow.ts';
import { fasterTiming } from './fasterTiming.ts';
import { type InventedStatement, inventStatements } from './inventStatements.ts';
import { type RemoteService, startRemoteService } from './remoteService.ts';
import { warmUp } from './warmUp.ts';

/** A window and the local service, by a clock that goes faster, in which everything was done once in the sandbox. */
export interface FasterStage {
  readonly service: RemoteService;
  readonly window: TestWindow;
  /** Statements that the service reads, new ones each time. */
  readonly invent: (count: number, password?: string) => Promise<InventedStatement[]>;
}

export interface FasterStageOptions extends Pick<
  TestWindowOptions,
  'timeoutSeconds' | 'settledAfterMs' | 'type'
> {
  /** How many times faster. */
  readonly speed: number;
  readonly seed: number;
}

/** Works on a stage of its own, of which nothing is left afterwards. */
export async function onFasterStage<T>(
  { speed, seed, ...options }: FasterStageOptions,
  work: (stage: FasterStage) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'casparser-faster-'));
  const statements = join(home, 'statements');
  const clock = { begin: Date.now(), speed };
  const service = await startRemoteService(statements, clock);
  try {
    const place = { service, folder: join(home, 'storage'), secrets: new MemorySecrets() };
    const timing = fasterTiming(clock, seed);
    const window = new TestWindow({ ...place, timing, ...options });
    const invent: FasterStage['invent'] = (count, password) =>
      inventStatements(statements, count, password);
    // What is done for the first time may take as long as it takes.
    await warmUp(new TestWindow({ ...place, timing }), await invent(8));
    return await work({ service, window, invent });
  } finally {
    service.close();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}
