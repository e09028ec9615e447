import { availableParallelism } from 'node:os';
import { parseLocally } from '../../src/local/parseLocally.ts';
import { inputs } from './inputs.ts';
import { outcomeOfError } from './outcome.ts';
import { fuzzInThreads } from './threads.ts';

/**
 * `npm run fuzz -- [COUNT] [SEED]`: random bytes and damaged statements. Each must end in an answer or in a LocalParseError, soon. The
 * same count and seed give the same damages. Most go through the engine in a few threads that read one after the other; one in a
 * hundred goes the whole way, with a worker of its own that is ended afterwards.
 */
const [count = '20000', seed = '1'] = process.argv.slice(2);
const started = performance.now();

const { outcomes, slowest, absorbed, troubles } = await fuzzInThreads(
  Number(count),
  Number(seed),
  Math.min(2, availableParallelism()),
);
let escaped = 0;
process.on('unhandledRejection', () => (escaped += 1));
let alone = 0;
for (const { name, pdf, password } of inputs(Math.ceil(Number(count) / 100), Number(seed) + 1)) {
  alone += 1;
  const outcome = await parseLocally(pdf, { password }).then(() => 'read', outcomeOfError);
  if (outcome === 'crashed' || outcome === 'timed-out')
    troubles.push(`${name}, in a worker of its own: ${outcome}`);
}

for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${times} x ${outcome}`);
for (const trouble of troubles) console.log(trouble);
console.log(
  `${count} inputs and ${alone} in workers of their own in ${seconds()} s, slowest ${slowest.toFixed(0)} ms; ` +
    `${absorbed} rejections absorbed that pdf.js left behind, ${escaped} unhandled, ${troubles.length} crashes or hangs`,
);
process.exit(troubles.length + escaped > 0 ? 1 : 0);

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}
