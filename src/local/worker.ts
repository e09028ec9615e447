import { parentPort, workerData } from 'node:worker_threads';
import { layoutReport } from './layoutReport.ts';
import { LocalParseError } from './localParseError.ts';
import { noteLostText } from './pdf/pageTroubles.ts';
import { readPdf } from './pdf/readPdf.ts';
import { readStatement } from './readStatement.ts';
import type { WorkerMessage, WorkerTask } from './workerMessages.ts';

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

// Where pdf.js gives up a part of a file, it can leave a promise behind that nobody waits for. That part is missing then: the page
// under way counts as damaged. What is waited for, and never comes, times out.
process.on('unhandledRejection', noteLostText);

const { what, bytes, password } = workerData as WorkerTask;
const onPage = (page: number, of: number): void => post({ kind: 'page', page, of });
try {
  const result =
    what === 'answer'
      ? await readStatement(bytes, password, onPage)
      : layoutReport(await readPdf(bytes, password, onPage));
  post({ kind: 'result', result });
} catch (error) {
  post({ kind: 'error', code: error instanceof LocalParseError ? error.code : 'crashed' });
}
