import { Worker } from 'node:worker_threads';
import type { ExportJob, ExportResult } from './exportJob.ts';

/**
 * Carries out an export in a thread of its own, which ends with it.
 * @param script the built `exportWorker.ts`
 * @returns `undefined` when the signal ended it
 * @throws whatever went wrong in the thread
 */
export function runExport(
  script: string,
  job: ExportJob,
  signal: AbortSignal,
): Promise<ExportResult | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: job, env: {} });
    const stop = () => {
      resolve(undefined);
      void worker.terminate();
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    worker.once('message', (result: ExportResult) => resolve(result));
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The thread of the export ended without a result.'));
    });
  });
}
