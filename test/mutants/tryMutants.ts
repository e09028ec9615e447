import { readStatement } from '../../src/local/readStatement.ts';
import { drawStatement, planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { mutate } from '../fixtures/statementsGenerator/mutate.ts';
import type { MutationKind } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import { effectOf } from './effectOf.ts';
import { whyUnnoticed } from './whyUnnoticed.ts';

/** Mutants that are tried together; each is of a statement of its own, whose seeds go from `firstSeed` on. */
export interface Batch {
  readonly kind: StatementKind;
  readonly mutation: MutationKind;
  readonly firstSeed: number;
  readonly count: number;
  /** How many seeds there are: not every statement has two pages, or columns to swap. */
  readonly seeds: number;
}

export interface BatchResult {
  readonly batch: Batch;
  readonly made: number;
  /** What was changed in the mutants that were read without a word, and changed a value that is not marked as unconfirmed. */
  readonly silent: readonly string[];
  /** How many were read without a word, but every value that they change is marked as read, not confirmed. */
  readonly marked: number;
  /** How many were read without a word and change no value: a total is gone, and all that it summed up is there. */
  readonly harmless: number;
  /** Warnings about statements that nothing was changed in, with their seeds: a parser that always warns notices everything. */
  readonly alarms: readonly string[];
}

/** Mutants of statements with options off the plain path. */
export async function tryMutants(batch: Batch): Promise<BatchResult> {
  const { kind, mutation, firstSeed, count, seeds } = batch;
  let made = 0;
  let marked = 0;
  let harmless = 0;
  const silent: string[] = [];
  const alarms: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + seeds && made < count; seed += 1) {
    const statement = planStatement(kind, seed, optionsFor(seed));
    const mutant = mutate(statement, mutation, seed);
    if (!mutant) continue;
    made += 1;
    const read = await readOrRefuse(mutant.pdf, statement.password);
    const healthy = await readOrRefuse(
      drawStatement(statement, statement.plan),
      statement.password,
    );
    alarms.push(...healthy.codes.map((code) => `${code} (${seed})`));
    if (read.codes.length > 0) continue;
    const effect = effectOf(read.text, healthy.text);
    if (effect === 'none') harmless += 1;
    else if (effect === 'marked') marked += 1;
    else silent.push(`${whyUnnoticed(mutant.mutation)} (${seed})`);
  }
  return { batch, made, silent, marked, harmless, alarms };
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

/** The answer and the codes of what the engine warns of; a refusal is a warning, too. */
async function readOrRefuse(
  pdf: Uint8Array,
  password: string,
): Promise<{ text: string; codes: readonly string[] }> {
  try {
    const { text, warnings } = await readStatement(pdf, password);
    return { text, codes: warnings.map(({ code }) => code) };
  } catch {
    return { text: '{}', codes: ['refused'] };
  }
}
