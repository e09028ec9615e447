import { parseArgs } from 'node:util';
import { isStatementKind, statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { mutationKinds } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import type { MutationKind } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import { runMutants, unnoticedShare } from './runMutants.ts';
import type { BatchResult } from './tryMutants.ts';

/**
 * `npm run mutants -- [--kind KIND] [--count COUNT] [--seed SEED] [--verbose]`: changes one thing in generated statements and
 * counts how often the engine says nothing: neither warns, nor marks what has changed as read and not confirmed. A change that
 * leaves the answer as it was, such as a total that is gone, is counted apart. COUNT mutants of each kind (1,000), a quarter for
 * each way to change one. The same count and seed give the same mutants. `--verbose` names the seed of each that went unnoticed.
 */
const { values } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const kinds = values.kind?.filter(isStatementKind) ?? statementKinds;
const results = await runMutants({ kinds, each: Number(values.count), seed: Number(values.seed) });
for (const kind of kinds) report(kind, results);
sum(`${kinds.length} kinds`, results);
process.exitCode = results.some(({ alarms }) => alarms.length > 0) ? 1 : 0;

function report(kind: StatementKind, all: readonly BatchResult[]): void {
  const ofKind = all.filter(({ batch }) => batch.kind === kind);
  for (const mutation of mutationKinds) reportMutation(mutation, ofKind);
  sum(kind, ofKind);
}

function reportMutation(mutation: MutationKind, ofKind: readonly BatchResult[]): void {
  const some = ofKind.filter(({ batch }) => batch.mutation === mutation);
  sum(`  ${mutation}`, some);
  for (const [what, times] of tally(some.flatMap(({ silent }) => silent))) {
    console.log(`      ${times} x ${what}`);
  }
}

function sum(name: string, some: readonly BatchResult[]): void {
  const made = total(some, 'made');
  const silent = some.flatMap((result) => result.silent).length;
  const alarms = some.flatMap((result) => result.alarms);
  const share = `${(unnoticedShare(some) * 100).toFixed(2)} %`;
  const alarmText = alarms.length === 0 ? '' : `, false alarms: ${alarms.slice(0, 5).join(', ')}`;
  const marked = total(some, 'marked');
  const harmless = total(some, 'harmless');
  console.log(
    `${name.padEnd(16)} ${made} made, ${silent} unnoticed (${share}), ${marked} marked as unconfirmed, ${harmless} without effect${alarmText}`,
  );
}

function total(some: readonly BatchResult[], of: 'made' | 'marked' | 'harmless'): number {
  return some.reduce((sum, result) => sum + result[of], 0);
}

/** How often each change went unnoticed; the seeds are in brackets at the end. */
function tally(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const what = values.verbose ? text : text.replace(/ \(\d+\)$/, '');
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
