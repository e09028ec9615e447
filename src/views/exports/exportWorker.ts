import { parentPort, workerData } from 'node:worker_threads';
import { type ExportJob, doExport } from './exportJob.ts';

// Started by `runExport.ts`. What fails here ends the thread, and `runExport` is told.
void doExport(workerData as ExportJob).then((result) => parentPort?.postMessage(result));
