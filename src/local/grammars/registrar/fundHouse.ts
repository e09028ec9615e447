import type { Line } from '../../layout/line.ts';
import { splitCode } from './schemeCode.ts';

const SUFFIX = /(?:Mutual\s+Fund|\bMF|Fund\s+House|Asset\s+Management(?:\s+\w+)*|Investments?)$/i;

/** How many lines above a folio line its fund house may stand. */
const LINES_ABOVE = 3;

/**
 * The fund house named above a folio line: a name that PORTFOLIO SUMMARY lists, or a short line that ends like a fund house, or
 * one in bold or larger type. Names need not end in Mutual Fund, so where it stands counts for more than what it says. Null
 * where the folio goes on with the house before.
 */
export function fundHouseAbove(
  above: readonly Line[],
  listed: readonly string[],
  bodySize: number,
): string | null {
  const near = above.slice(-LINES_ABOVE).reverse();
  const exact = near.find((line) => isListed(line.text, listed));
  if (exact) return plain(exact.text);
  const named = near.find((line) => isName(line) && SUFFIX.test(plain(line.text)));
  if (named) return plain(named.text);
  const last = near[0];
  const size = last?.runs[0]?.size ?? 0;
  const standsOut = last?.runs.every((run) => run.bold) === true || size > bodySize + 0.6;
  return last && standsOut && isName(last) ? plain(last.text) : null;
}

export function isListed(text: string, listed: readonly string[]): boolean {
  const name = comparable(text);
  return name !== '' && listed.some((each) => comparable(each) === name);
}

/** A name as it is compared: capitals, spaces and marks aside. */
export function comparable(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function isName(line: Line): boolean {
  const text = plain(line.text);
  return (
    line.runs.length <= 6 &&
    text.length <= 60 &&
    /[A-Za-z]{2}/.test(text) &&
    !/[:;@]|\.\s|\d{4,}|Registrar|\bLoad\b|Nominee|Balance|Total/i.test(text) &&
    splitCode(text) === null
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
