import { parentPort } from 'node:worker_threads';
import type { LayoutStatement } from './layoutStatements.ts';
import { tryLayouts } from './tryLayouts.ts';

parentPort?.on('message', (statements: LayoutStatement[]) => {
  void tryLayouts(statements).then((tried) => parentPort?.postMessage(tried));
});
