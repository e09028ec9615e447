import { parentPort } from 'node:worker_threads';
import { readHead } from './statementHead.ts';

// Started by `headReader.ts`, which sends one file at a time and waits for its head.
parentPort?.on('message', (bytes: Uint8Array) => parentPort?.postMessage(readHead(bytes)));
