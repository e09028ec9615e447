// First of all, and before pdf.js.
import './noNetwork.ts';
import './pdf/newBuiltins.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { layoutReport } from './layoutReport.ts';
import { LocalParseError } from './localParseError.ts';
import { noteLostText } from './pdf/pageTroubles.ts';
import { PageTurns } from './pdf/pageTurns.ts';
import { readPdf } from './pdf/readPdf.ts';
import type { LocalPreview } from './preview.ts';
import { readPages } from './readPages.ts';
import { helpToRead, readTogether } from './readTogether.ts';
import type { WorkerMessage, WorkerTask } from './workerMessages.ts';

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

// Where pdf.js gives up a part of a file, it can leave a promise behind that nobody waits for. That part is missing then: the page
// under way counts as damaged. What is waited for, and never comes, times out.
process.on('unhandledRejection', noteLostText);

const { what, bytes: shared, password, turns, ports } = workerData as WorkerTask;
const bytes = new Uint8Array(shared);
const pdf = { bytes, password, turns: new PageTurns(turns) };
const onPage = (of: number): void => post({ kind: 'page', of });
try {
  switch (what) {
    case 'answer': {
      const onPreview = (preview: LocalPreview): void => post({ kind: 'preview', preview });
      const text = await readTogether(pdf, ports, { onPage, onPreview });
      post({ kind: 'result', result: readPages(text) });
      break;
    }
    case 'layout': {
      const text = await readPdf(bytes, password, (_, of) => onPage(of));
      post({ kind: 'result', result: layoutReport(text) });
      break;
    }
    case 'help':
      for (const port of ports) await helpToRead(pdf, port, onPage);
      post({ kind: 'helped' });
  }
} catch (error) {
  post({ kind: 'error', code: error instanceof LocalParseError ? error.code : 'crashed' });
}
