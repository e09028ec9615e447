import { parentPort } from 'node:worker_threads';
import { tryDisturbed } from './tryDisturbed.ts';
import type { DisturbBatch } from './tryDisturbed.ts';

parentPort?.on('message', (batch: DisturbBatch) => {
  void tryDisturbed(batch).then((tried) => parentPort?.postMessage(tried));
});
