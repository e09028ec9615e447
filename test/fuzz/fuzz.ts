import { LocalParseError } from '../../src/local/localParseError.ts';
import { readStatement } from '../../src/local/readStatement.ts';
import { inputs } from './inputs.ts';
import type { FuzzInput } from './inputs.ts';

/**
 * `npm run fuzz -- [COUNT] [SEED]`: random bytes and damaged statements. Each must end in an answer or in a LocalParseError, soon. The
 * same count and seed give the same inputs.
 */
const [count = '20000', seed = '1'] = process.argv.slice(2);

/** Longer than any of these small files may take. */
const LONGEST_MS = 10_000;

const answers = new Map<Uint8Array, string>();
let unhandled = 0;
process.on('unhandledRejection', (reason) => {
  unhandled += 1;
  console.log(`unhandled: ${String(reason)}`);
});

const outcomes = new Map<string, number>();
let slowest = 0;
const started = performance.now();
for (const input of inputs(Number(count), Number(seed))) {
  const from = performance.now();
  const outcome = await outcomeOf(input);
  const took = performance.now() - from;
  slowest = Math.max(slowest, took);
  if (outcome.startsWith('crash') || took > LONGEST_MS)
    console.log(`${input.name}: ${outcome}, ${took.toFixed(0)} ms`);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${times} x ${outcome}`);
const crashes = [...outcomes].filter(([outcome]) => outcome.startsWith('crash')).length;
console.log(
  `${count} inputs in ${((performance.now() - started) / 1000).toFixed(0)} s, slowest ${slowest.toFixed(0)} ms, ` +
    `${unhandled} unhandled rejections, ${crashes} kinds of crash`,
);
process.exitCode = crashes + unhandled > 0 || slowest > LONGEST_MS ? 1 : 0;

async function outcomeOf({ name, pdf, password, whole }: FuzzInput): Promise<string> {
  try {
    const { text, warnings } = await readStatement(pdf, password);
    if (warnings.length > 0) return 'read with warnings';
    const answer = whole && (answers.get(whole) ?? (await readStatement(whole, password)).text);
    if (whole && answer !== undefined) answers.set(whole, answer);
    if (text !== answer) console.log(`${name}: another answer, without a warning`);
    return text === answer ? 'read, as if undamaged' : 'read silently with another answer';
  } catch (error) {
    if (error instanceof LocalParseError && error.code !== 'crashed') return error.code;
    return `crash: ${String(error)}`;
  }
}
