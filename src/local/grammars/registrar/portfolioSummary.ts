import type { Line, Place } from '../../layout/line.ts';
import { textOf } from '../../layout/line.ts';
import type { Printed } from '../../statement.ts';
import { isNumeric, readNumber } from '../../text/numbers.ts';

/** One row of PORTFOLIO SUMMARY: what the statement itself says a fund house's folios cost and are worth. */
export interface HouseTotal {
  readonly place: Place;
  readonly name: string;
  readonly cost: Printed | null;
  readonly value: Printed | null;
}

export interface PortfolioSummary {
  readonly houses: HouseTotal[];
  readonly total: HouseTotal | null;
  /** How many of the lines it takes, counted from the one that says PORTFOLIO SUMMARY. */
  readonly length: number;
}

const HEADER =
  /^(?:(?:mutual|funds?|house|name|amc|cost|market|value|current|\(inr\)|inr|\(`\)|`|in|\(rs\.?\)|rs\.?)\s*)+$/i;
const HEADER_ONLY = /cost|market|value|inr|rs|`/i;

/** Reads PORTFOLIO SUMMARY from the line that says so; names can wrap. Ends with the row called Total. */
export function readPortfolioSummary(lines: readonly Line[]): PortfolioSummary {
  const houses: HouseTotal[] = [];
  let hasCost = true;
  let pending = '';
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    if (/^Folio\s*No|Opening\s+Unit/i.test(line.text))
      return { houses, total: null, length: index };
    if (HEADER.test(line.text) && HEADER_ONLY.test(line.text)) {
      if (/market/i.test(line.text)) hasCost = /cost/i.test(line.text);
      continue;
    }
    const row = readRow(line, hasCost);
    if (!row) {
      // The tail of a wrapped name, or the head of one that is to come.
      const last = houses.at(-1);
      if (last && pending === '' && isTail(line.text)) {
        houses[houses.length - 1] = { ...last, name: `${last.name} ${line.text}` };
      } else pending = `${pending} ${line.text}`.trim();
      continue;
    }
    const name = `${pending} ${row.name}`.trim();
    pending = '';
    if (/^(?:Grand\s+)?Total\b/i.test(row.name)) return { houses, total: row, length: index + 1 };
    houses.push({ ...row, name });
  }
  return { houses, total: null, length: lines.length };
}

function isTail(text: string): boolean {
  return /^(?:Mutual\s+Fund|Fund|MF|House)$/i.test(text);
}

function readRow(line: Line, hasCost: boolean): HouseTotal | null {
  const place = { page: line.page, row: line.row };
  // A name can hold a number, so only those at the end of the row count.
  const end = line.runs.findLastIndex((run) => !isNumeric(run.text)) + 1;
  const numbers = line.runs.slice(Math.max(1, end)).map((run) => {
    const value = readNumber(run.text);
    return value && { value, ...place };
  });
  const name = textOf(line.runs.slice(0, Math.max(1, end)));
  const [one = null, two = null] = numbers;
  if (!one && !two) return null;
  if (two) return { place, name, cost: one, value: two };
  return hasCost ? null : { place, name, cost: null, value: one };
}
