import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { checkPortfolio } from '../../../src/portfolio/checks/checkPortfolio.ts';
import { holdingsOf, positions } from '../../../src/portfolio/positions.ts';
import { readPortfolio } from '../../../src/portfolio/readPortfolio.ts';
import { portfolioReturn } from '../../../src/portfolio/returns/portfolioReturn.ts';
import { costAndGain, portfolioValue } from '../../../src/portfolio/totals.ts';

// In a thread of its own, as cold as a page that was opened just now: the file is there, the code has never run.
const text = readFileSync(workerData as string, 'utf8');
const start = performance.now();
const read = readPortfolio(text);
if (!read.ok) throw new Error(read.reason);
const all = positions(read.portfolio);
portfolioValue(read.portfolio);
costAndGain(holdingsOf(all));
portfolioReturn(read.portfolio);
checkPortfolio(read.portfolio, all);
parentPort?.postMessage(performance.now() - start);
