import type { LocalWarning } from '../../src/local/notes.ts';
import type { Band } from '../fixtures/statementsGenerator/disturbances/disturbance.ts';
import type { Truth } from '../fixtures/statementsGenerator/truth.ts';
import { statementDifferences } from '../unit/local/differences.ts';
import { exactly } from '../unit/local/fixtures.ts';
import { overlap } from './sections.ts';

/** How a disturbed statement was read. */
export type Outcome =
  | 'right'
  /** With a warning all the same. */
  | 'rightButWarned'
  /** Wrong, with a warning in the section of what was disturbed. */
  | 'warned'
  /** Wrong, with warnings of other places only. */
  | 'elsewhere'
  /** Not read at all, and said so. */
  | 'refused'
  /** Wrong, and nothing said. */
  | 'silent';

export interface Verdict {
  readonly outcome: Outcome;
  /** Where the answer differs from the truth. */
  readonly wrong: readonly string[];
}

export interface ReadAnswerText {
  /** The answer, as JSON. */
  readonly text: string;
  readonly warnings: readonly LocalWarning[];
  /** Points from the top of a page to one of its lines; undefined where there is none. */
  readonly lineAt: (page: number, row: number) => number | undefined;
}

/** Baselines of one line are set up to so many points apart. */
const SAME_LINE = 3;

/** Judges what was read: right, or warned of in the section of what was disturbed, or wrong in silence. */
export function judge(
  truth: Truth,
  { text, warnings, lineAt }: ReadAnswerText,
  sections: readonly Band[],
): Verdict {
  const wrong = statementDifferences(truth, exactly(text));
  if (wrong.length === 0)
    return { outcome: warnings.length > 0 ? 'rightButWarned' : 'right', wrong };
  if (warnings.length === 0) return { outcome: 'silent', wrong };
  const isThere = warnings.some(({ page, row }) => {
    const y = lineAt(page, row);
    const line = y === undefined ? null : { page, top: y - SAME_LINE, bottom: y + SAME_LINE };
    return line !== null && sections.some((section) => overlap(line, section));
  });
  return { outcome: isThere ? 'warned' : 'elsewhere', wrong };
}
