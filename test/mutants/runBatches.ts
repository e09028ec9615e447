import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Batch, BatchResult } from './tryMutants.ts';

const MOST_WORKERS = 4;

/** Tries the batches in workers, as many as there are processors; the results come in the order of the batches. */
export async function runBatches(batches: readonly Batch[]): Promise<BatchResult[]> {
  const results: BatchResult[] = [];
  const waiting = [...batches.entries()];
  const workers = Math.min(MOST_WORKERS, availableParallelism(), batches.length);
  const serve = async (): Promise<void> => {
    const worker = new Worker(new URL('mutantsWorker.ts', import.meta.url));
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, batch] = next;
      results[index] = await answerOf(worker, batch);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: workers }, serve));
  return results;
}

function answerOf(worker: Worker, batch: Batch): Promise<BatchResult> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result: BatchResult) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.postMessage(batch);
  });
}
