import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { parseLocally } from '../../../src/local/parseLocally.ts';
import type { Measured } from './measure.ts';

/** One process of the benchmark: a cold and a warm run, printed as JSON. */
const [what, worker = '', file = '', password = ''] = process.argv.slice(2);
const bytes = Uint8Array.from(readFileSync(file));

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const times: number[] = [];
for (let run = 0; run < 2; run += 1) {
  const from = performance.now();
  if (what === 'whole') await parseLocally(bytes, { password, workerPath: worker });
  else await extractAlone();
  times.push(performance.now() - from);
}
delay.disable();
const [cold = NaN, warm = NaN] = times;
const measured: Measured = {
  cold,
  warm,
  stall: delay.max / 1e6,
  memory: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(measured));

function extractAlone(): Promise<void> {
  return new Promise((resolve, reject) => {
    const extraction = new Worker(worker, { workerData: { bytes, password } });
    extraction.on('message', () => resolve(extraction.terminate().then(() => undefined)));
    extraction.on('error', reject);
  });
}
