import { parentPort, workerData } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
interface Task {
  readonly bytes: Uint8Array;
  readonly password: string;
}

// The limit of the engine's design: all text of the file, and nothing made of it.
const { bytes, password } = workerData as Task;
const document = await getDocument({ data: Uint8Array.from(bytes), password, verbosity: 0 })
  .promise;
let items = 0;
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  items += (await page.getTextContent()).items.length;
  page.cleanup();
}
parentPort?.postMessage(items);
