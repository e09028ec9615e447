import { MessageChannel, Worker } from 'node:worker_threads';
import type { LocalParseCode } from './localParseError.ts';
import { PageTurns } from './pdf/pageTurns.ts';
import type { LocalPreview } from './preview.ts';
import type { WorkerMessage, WorkerResult, WorkerRole, WorkerTask } from './workerMessages.ts';

/** A statement of 300 pages takes some 300 MB. */
const MOST_MEMORY_MB = 1024;
/** Left to itself, V8 lets 150 MB of rubbish gather before it looks; a smaller heap for what is new costs no time. */
const YOUNG_MEMORY_MB = 32;

export interface PoolEvents {
  /** Another page was read; `of` is how many there are. */
  readonly onPage: (of: number) => void;
  readonly onPreview: (preview: LocalPreview) => void;
  readonly onResult: (result: WorkerResult) => void;
  readonly onFailure: (code: LocalParseCode) => void;
}

/** The workers that read one PDF: the first makes the answer, the others read pages for it. If one fails, all have failed. */
export class WorkerPool {
  private readonly task: Omit<WorkerTask, 'what' | 'ports'>;
  private readonly role: WorkerRole;
  private readonly path: string | URL;
  private readonly workers: Worker[] = [];

  constructor(role: WorkerRole, bytes: Uint8Array, password: string, path?: string | URL) {
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    this.task = { bytes: shared, password, turns: new PageTurns().shared };
    this.role = role;
    this.path = path ?? new URL('worker.ts', import.meta.url);
  }

  start(helpers: number, events: PoolEvents): void {
    const channels = Array.from({ length: helpers }, () => new MessageChannel());
    this.add(
      this.role,
      channels.map(({ port1 }) => port1),
      events,
    );
    for (const { port2 } of channels) this.add('help', [port2], events);
  }

  /** Ends all that still run. */
  end(): void {
    // Not waited for: what is under way in a worker ends at once, but a busy machine takes its time to say so.
    for (const worker of this.workers) void worker.terminate();
  }

  private add(
    what: WorkerRole,
    ports: WorkerTask['ports'],
    { onPage, onPreview, onResult, onFailure }: PoolEvents,
  ): void {
    const task: WorkerTask = { ...this.task, what, ports };
    const worker = new Worker(this.path, {
      workerData: task,
      transferList: [...ports],
      // Nothing of this process's environment is needed there, and nothing is to be printed.
      env: {},
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: MOST_MEMORY_MB,
        maxYoungGenerationSizeMb: YOUNG_MEMORY_MB,
        stackSizeMb: 4,
      },
    });
    this.workers.push(worker);
    let isDone = false;
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'page') onPage(message.of);
      else if (message.kind === 'preview') onPreview(message.preview);
      else if (message.kind === 'result') onResult(message.result);
      else if (message.kind === 'error') onFailure(message.code);
      else {
        isDone = true;
        void worker.terminate();
      }
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      onFailure(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-complex' : 'crashed');
    });
    worker.on('exit', () => {
      if (!isDone) onFailure('crashed');
    });
  }
}
