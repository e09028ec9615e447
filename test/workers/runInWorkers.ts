import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

const MOST_WORKERS = 4;

/**
 * Does the tasks in workers, as many as there are processors: each task is one message to a worker, and its result one message
 * back. The results come in the order of the tasks.
 */
export async function runInWorkers<Result>(
  script: URL,
  tasks: readonly unknown[],
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...tasks.entries()];
  const workers = Math.min(MOST_WORKERS, availableParallelism(), tasks.length);
  const serve = async (): Promise<void> => {
    const worker = new Worker(script);
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, task] = next;
        results[index] = await resultOf<Result>(worker, task);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: workers }, serve));
  return results;
}

function resultOf<Result>(worker: Worker, task: unknown): Promise<Result> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result: Result) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.postMessage(task);
  });
}
