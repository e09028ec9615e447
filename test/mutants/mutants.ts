import { mutationKinds } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { tryMutants } from './tryMutants.ts';

/**
 * `npm run mutants -- [COUNT] [SEED]`: changes one thing in generated statements and counts how often the engine says nothing. The
 * same count and seed give the same mutants.
 */
const [count = '1000', seed = '1'] = process.argv.slice(2);
const perKind = Number(count);

let made = 0;
let silent = 0;
for (const kind of statementKinds) {
  const perMutation = Math.ceil(perKind / mutationKinds.length);
  for (const mutation of mutationKinds) {
    const result = await tryMutants(kind, mutation, perMutation, Number(seed));
    made += result.made;
    silent += result.silent.length;
    const share =
      result.made === 0 ? '-' : `${((result.silent.length / result.made) * 100).toFixed(1)} %`;
    console.log(
      `${kind.padEnd(14)} ${mutation.padEnd(12)} ${result.made} made, ${result.silent.length} unnoticed (${share})`,
    );
    for (const [what, times] of tally(result.silent)) console.log(`    ${times} x ${what}`);
  }
}
console.log(`${made} mutants, ${silent} unnoticed (${((silent / made) * 100).toFixed(2)} %)`);

function tally(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
