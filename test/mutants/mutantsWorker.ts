import { parentPort } from 'node:worker_threads';
import { tryMutants } from './tryMutants.ts';
import type { Batch } from './tryMutants.ts';

parentPort?.on('message', (batch: Batch) => {
  void tryMutants(batch).then((result) => parentPort?.postMessage(result));
});
