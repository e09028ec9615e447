import type { Line, Place } from '../../layout/line.ts';
import type { Printed } from '../../statement.ts';
import { isNil, readNumber } from '../../text/numbers.ts';

/** One row of PORTFOLIO SUMMARY: what the statement itself says a fund house's folios cost and are worth. */
export interface HouseTotal {
  readonly place: Place;
  readonly name: string;
  readonly cost: Printed | null;
  readonly value: Printed | null;
}

export interface PortfolioSummary {
  readonly houses: HouseTotal[];
  /** Null where there is none, or where it was not read. */
  readonly total: HouseTotal | null;
  /** How many of the lines it takes, counted from the one that says PORTFOLIO SUMMARY. */
  readonly length: number;
}

const HEADER =
  /^(?:(?:mutual|funds?|house|name|amc|cost|market|value|current|\(inr\)|inr|\(`\)|`|in|\(rs\.?\)|rs\.?)\s*)+$/i;
const HEADER_ONLY = /cost|market|value|inr|rs|`/i;
/** The word with nothing but figures behind it: a fund house can be called Total Something. */
const TOTAL = /^(?:Grand\s+)?Total\b(?:INR|Rs|N\.?\s?A\b|NIL|[^A-Za-z])*$/i;

/**
 * Reads PORTFOLIO SUMMARY from the line that says so; names can wrap. Ends with the row called Total; where that is missing, with
 * the last row that was read: what stands behind it is the first fund house.
 */
export function readPortfolioSummary(lines: readonly Line[]): PortfolioSummary {
  const houses: HouseTotal[] = [];
  let hasCost = true;
  let pending = '';
  let length = 1;
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    if (/^Folio\s*No|Opening\s+Unit/i.test(line.text)) break;
    if (HEADER.test(line.text) && HEADER_ONLY.test(line.text)) {
      if (/market/i.test(line.text)) hasCost = /cost/i.test(line.text);
      length = index + 1;
      continue;
    }
    const row = readRow(line, hasCost);
    if (TOTAL.test(line.text)) return { houses, total: row, length: index + 1 };
    if (row) {
      houses.push({ ...row, name: `${pending} ${row.name}`.trim() });
      pending = '';
      length = index + 1;
      continue;
    }
    // The tail of a wrapped name, or the head of one that is to come.
    const last = houses.at(-1);
    if (last && pending === '' && isTail(line.text)) {
      houses[houses.length - 1] = { ...last, name: `${last.name} ${line.text}` };
      length = index + 1;
    } else pending = `${pending} ${line.text}`.trim();
  }
  return { houses, total: null, length };
}

function isTail(text: string): boolean {
  return /^(?:Mutual\s+Fund|Fund|MF|House)$/i.test(text);
}

/** A number with decimals may touch what stands before it; a nil mark is a word of its own. */
const LAST_FIGURE =
  /(?:(?<=^|\s)(?:-{1,3}|N\.?\s?A\.?|NIL)|(?:(?:INR|Rs\.?|`)\s*)?\(?-?(?:\d{1,3}(?:,\d{2,3})+|(?<![\d,])\d+)?\.\d{2}\)?)$/i;

/**
 * A row can be drawn cell by cell or as one text, so its figures are what stands at the end of its words: one for each column.
 * A name can end with a number, too.
 */
function readRow(line: Line, hasCost: boolean): HouseTotal | null {
  const place = { page: line.page, row: line.row };
  const figures: (Printed | null)[] = [];
  let name = line.text.replace(/\s+/g, ' ').trim();
  while (figures.length < (hasCost ? 2 : 1)) {
    const text = LAST_FIGURE.exec(name)?.[0];
    if (text === undefined) break;
    const value = isNil(text) ? null : readNumber(text);
    figures.unshift(value && { value, ...place });
    name = name.slice(0, -text.length).trim();
  }
  const value = figures.at(-1) ?? null;
  const cost = figures.length > 1 ? (figures[0] ?? null) : null;
  if ((!cost && !value) || name === '') return null;
  return figures.length === 1 && hasCost ? null : { place, name, cost, value };
}
