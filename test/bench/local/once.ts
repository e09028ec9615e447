import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { parseLocally } from '../../../src/local/parseLocally.ts';

/** One process of the benchmark: a cold and a warm run, printed as JSON. */
const [what, file = '', password = ''] = process.argv.slice(2);
const bytes = Uint8Array.from(readFileSync(file));
const bundle = new URL('../../../dist/localWorker.mjs', import.meta.url);

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const times: number[] = [];
for (let run = 0; run < 2; run += 1) {
  const from = performance.now();
  if (what === 'whole') await parseLocally(bytes, { password, workerPath: bundle });
  else await extractAlone();
  times.push(performance.now() - from);
}
delay.disable();
const [cold, warm] = times;
const stall = delay.max / 1e6;
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ cold, warm, stall, memory }));

function extractAlone(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('extractWorker.ts', import.meta.url), {
      workerData: { bytes, password },
    });
    worker.on('message', () => resolve(worker.terminate().then(() => undefined)));
    worker.on('error', reject);
  });
}
