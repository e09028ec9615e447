import type { Decimal } from '../../portfolio/decimal.ts';
import type { Place } from '../layout/line.ts';
import type { Found } from '../found.ts';
import type { Notes } from '../notes.ts';
import type { Printed } from '../statement.ts';

/** How many checks of each kind were made, and how many failed. A check that could not be made is not counted. */
export type CheckResult = Record<string, { made: number; failed: number }>;

/** What holds for a whole statement when it holds for one row is said once. */
const OF_THE_WHOLE = new Set(['units-or-nav']);

const NOTHING: readonly Printed[] = [];

/** Makes checks, warns of those that fail, and keeps what those that hold confirm. */
export class Checks {
  readonly result: CheckResult = {};
  private readonly notes: Notes;

  constructor(notes: Notes) {
    this.notes = notes;
  }

  /** How the values were found that are checked. */
  get found(): Found {
    return this.notes.found;
  }

  /**
   * Counts a check called `code`; when it does not hold, warns with the message.
   * @param agreeing the figures that the check confirms when it holds
   */
  expect(
    holds: boolean,
    code: string,
    message: string,
    place: Place,
    agreeing: readonly (Printed | null)[] = NOTHING,
  ): void {
    const count = (this.result[code] ??= { made: 0, failed: 0 });
    count.made += 1;
    if (holds) {
      this.found.confirm(agreeing);
      return;
    }
    count.failed += 1;
    if (count.failed > 1 && OF_THE_WHOLE.has(code)) return;
    this.notes.warn(code, message, place);
  }
}

/** Whether two numbers differ by at most `tolerance`. */
export function isNear(one: Decimal, other: Decimal, tolerance: Decimal): boolean {
  return one.minus(other).abs().compare(tolerance) <= 0;
}
