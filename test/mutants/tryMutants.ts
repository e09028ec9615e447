import { readStatement } from '../../src/local/readStatement.ts';
import { drawStatement, planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { mutate } from '../fixtures/statementsGenerator/mutate.ts';
import type { MutationKind } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import { whyUnnoticed } from './whyUnnoticed.ts';

/** Mutants that are tried together; each is of a statement of its own, whose seeds go from `firstSeed` on. */
export interface Batch {
  readonly kind: StatementKind;
  readonly mutation: MutationKind;
  readonly firstSeed: number;
  readonly count: number;
}

export interface BatchResult {
  readonly batch: Batch;
  readonly made: number;
  /** What was changed in the mutants that were read without a word. */
  readonly silent: readonly string[];
  /** Warnings about statements that nothing was changed in, with their seeds: a parser that always warns notices everything. */
  readonly alarms: readonly string[];
}

/** Mutants of statements with options off the plain path. */
export async function tryMutants(batch: Batch): Promise<BatchResult> {
  const { kind, mutation, firstSeed, count } = batch;
  let made = 0;
  const silent: string[] = [];
  const alarms: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const statement = planStatement(kind, seed, optionsFor(seed));
    const mutant = mutate(statement, mutation, seed);
    if (!mutant) continue;
    made += 1;
    const warnings = await warningsOf(mutant.pdf, statement.password);
    if (warnings.length === 0) silent.push(`${whyUnnoticed(mutant.mutation)} (${seed})`);
    const healthy = drawStatement(statement, statement.plan);
    const wrong = await warningsOf(healthy, statement.password);
    alarms.push(...wrong.map((warning) => `${warning} (${seed})`));
  }
  return { batch, made, silent, alarms };
}

function optionsFor(seed: number): StatementOptions {
  return {
    ...randomOptions(seed, 0.1),
    watermark: true,
    wrongCheckDigit: false,
    encryption: 'none',
    pages: seed % 3 === 0 ? 4 : null,
  };
}

/** The codes of what the engine warns of; a refusal is a warning, too. */
async function warningsOf(pdf: Uint8Array, password: string): Promise<string[]> {
  try {
    const { warnings } = await readStatement(pdf, password);
    return warnings.map(({ code }) => code);
  } catch {
    return ['refused'];
  }
}
