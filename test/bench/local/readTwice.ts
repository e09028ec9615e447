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
const before = process.cpuUsage();
for (let run = 0; run < 2; run += 1) {
  const from = performance.now();
  if (what === 'whole') await parseLocally(bytes, { password, workerPath: worker });
  else await extractAlone();
  times.push(performance.now() - from);
}
delay.disable();
const { user, system } = process.cpuUsage(before);
const processor = (user + system) / 1000;
const [cold = NaN, warm = NaN] = times;
const stall = delay.max / 1e6;
const memory = process.resourceUsage().maxRSS / 1024;
const cancel = what === 'whole' ? await cancelInTheMiddle(warm / 2) : 0;
const measured: Measured = { cold, warm, stall, memory, processor, cancel };
process.stdout.write(JSON.stringify(measured));

/** Milliseconds from the wish to its fulfilment. */
async function cancelInTheMiddle(after: number): Promise<number> {
  const cancelling = new AbortController();
  const ends: Promise<void>[] = [];
  process.on('worker', (started) => {
    ends.push(new Promise((resolve) => started.once('exit', () => resolve())));
  });
  let wished = NaN;
  setTimeout(() => {
    wished = performance.now();
    cancelling.abort();
  }, after);
  const options = { password, workerPath: worker, signal: cancelling.signal };
  await parseLocally(bytes, options).catch(() => undefined);
  await Promise.all(ends);
  return performance.now() - wished;
}

function extractAlone(): Promise<void> {
  return new Promise((resolve, reject) => {
    const extraction = new Worker(worker, { workerData: { bytes, password } });
    extraction.on('message', () => resolve(extraction.terminate().then(() => undefined)));
    extraction.on('error', reject);
  });
}
