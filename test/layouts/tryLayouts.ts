import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { optionsToBlame, symptomsOf } from './blame.ts';
import type { LayoutStatement } from './layoutStatements.ts';
import { readLayout } from './readLayout.ts';
import type { LayoutReading } from './readLayout.ts';

export interface TriedLayout extends LayoutReading {
  readonly statement: LayoutStatement;
  /** Only where something is wrong. */
  readonly blame?: Partial<StatementOptions>;
}

/** Reads statements one after the other, and finds the options that are to blame for what is wrong. */
export async function tryLayouts(statements: readonly LayoutStatement[]): Promise<TriedLayout[]> {
  const tried: TriedLayout[] = [];
  for (const statement of statements) {
    const reading = await readLayout(statement);
    const isRight = symptomsOf(reading).length === 0;
    const blame = isRight ? {} : { blame: await optionsToBlame(statement, reading) };
    tried.push({ statement, ...reading, ...blame });
  }
  return tried;
}
