import { LocalParseError } from '../../src/local/localParseError.ts';
import { readStatement } from '../../src/local/readStatement.ts';
import { generateStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { optionWarnings } from '../fixtures/statementsGenerator/optionWarnings.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { fieldCount, statementDifferences } from '../unit/local/differences.ts';
import { exactly } from '../unit/local/fixtures.ts';
import type { LayoutStatement } from './layoutStatements.ts';

/** How reading a statement came out against its truth. */
export interface LayoutReading {
  /** Fields of the truth that say something. */
  readonly fields: number;
  /** A line for each field that is wrong: its path, what was read, and what is right. A refusal is one. */
  readonly wrong: readonly string[];
  /** Code and place of each warning that nothing gave reason for. */
  readonly falseWarnings: readonly string[];
}

/** Draws a statement and reads it. */
export async function readLayout({ kind, seed, options }: LayoutStatement): Promise<LayoutReading> {
  const { pdf, password, truth } = generateStatement(kind, seed, options);
  const fields = fieldCount(truth);
  try {
    const { text, warnings } = await readStatement(pdf, password);
    const due = dueWarnings(options);
    return {
      fields,
      wrong: statementDifferences(truth, exactly(text)),
      falseWarnings: warnings
        .filter(({ code }) => !due.has(code))
        .map(({ code, page, row }) => `${code}, page ${page}, row ${row}`),
    };
  } catch (error) {
    const why = error instanceof LocalParseError ? error.code : String(error);
    return { fields, wrong: [`refused: ${why}`], falseWarnings: [] };
  }
}

/** The codes of warnings that a statement with these options has to be read with. */
function dueWarnings(options: StatementOptions): Set<string> {
  const due = optionWarnings.filter(({ where }) =>
    Object.entries(where).every(
      ([name, value]) => options[name as keyof StatementOptions] === value,
    ),
  );
  return new Set(due.flatMap(({ codes }) => codes));
}
