import { readStatement } from '../../src/local/readStatement.ts';
import { planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { mutate } from '../fixtures/statementsGenerator/mutate.ts';
import type { Mutation, MutationKind } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';

export interface MutantResult {
  readonly made: number;
  /** What was changed in the mutants that were read without a word. */
  readonly silent: string[];
}

/** Mutants of one statement each time; as many statements as mutants, with options off the plain path. */
export async function tryMutants(
  kind: StatementKind,
  mutation: MutationKind,
  count: number,
  seed: number,
): Promise<MutantResult> {
  let made = 0;
  const silent: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const statement = planStatement(kind, seed + index, optionsFor(seed + index));
    const mutant = mutate(statement, mutation, seed + index);
    if (!mutant) continue;
    made += 1;
    if (await isSilent(mutant.pdf, statement.password)) silent.push(describe(mutant.mutation));
  }
  return { made, silent };
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

/** Whether a statement is read with nothing to warn of. */
export async function isSilent(pdf: Uint8Array, password: string): Promise<boolean> {
  try {
    const { warnings } = await readStatement(pdf, password);
    return warnings.length === 0;
  } catch {
    return false;
  }
}

function describe(mutation: Mutation): string {
  switch (mutation.kind) {
    case 'deleteRow':
      return `deleted ${mutation.row}: ${mutation.text.replace(/\d/g, '9').slice(0, 60)}`;
    case 'changeDigit':
      return `digit of ${mutation.figure} in ${mutation.row}`;
    case 'dropPage':
      return `dropped page with ${[...new Set(mutation.rows)].join(', ')}`;
    case 'swapColumns':
      return `swapped ${mutation.columns.join(' and ')} in ${mutation.row}`;
  }
}
