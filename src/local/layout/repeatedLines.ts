import type { Page } from '../pdf/run.ts';
import { isDecimal } from '../text/numbers.ts';
import type { Line } from './line.ts';
import { linesOf } from './lines.ts';

/** What is printed on each page stands within this many points of the same place. */
const SAME_PLACE = 1.5;
/** On this share of the pages, and on two at least. */
const MOST = 0.6;
const PAGE_NUMBER = /\bPage\s*:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?|\b\d{1,4}\s*(?:of|\/)\s*\d{1,4}\b/gi;
/** A number that is part of no date, amount or identifier. */
const BARE_NUMBER = /(?<![\p{L}\d./:,-])\d{1,4}(?![\p{L}\d./:,-])/gu;

/**
 * The lines that most pages have at the same place of their foot: disclaimers, addresses, page numbers. Only the last lines of a
 * page are looked at, and none with an amount.
 */
export function footLines(pages: readonly Page[]): ReadonlySet<Line> {
  const foot = repeated(pages.map((page) => linesOf(page).slice(-MOST_LINES).reverse()));
  const ofRows = new Set(pages.flatMap((page) => rowEnds(linesOf(page), foot)));
  return new Set([...foot].filter((line) => !ofRows.has(line)));
}

/** Lines of one cell stand at most so many font sizes apart. */
const WRAPPED = 1.35;

/** What ends the last row of a page: names end alike, and at the same place where pages are full, but they stand close to their row. */
function rowEnds(lines: readonly Line[], foot: ReadonlySet<Line>): Line[] {
  const ends: Line[] = [];
  let at = lines.findIndex((line) => foot.has(line));
  for (let line = lines[at]; line; line = lines[at]) {
    const [above, below] = [lines[at - 1], lines[at + 1]];
    const gap = above ? line.y - above.y : Infinity;
    if (gap > WRAPPED * (line.runs[0]?.size ?? 0) || (below && gap >= below.y - line.y)) break;
    ends.push(line);
    at += 1;
  }
  return ends;
}

/** The same at the head of the pages, as far as `isWanted` does not say that a line says something there. */
export function headLines(
  pages: readonly Page[],
  isWanted: (line: Line) => boolean,
): ReadonlySet<Line> {
  return repeated(
    pages.map((page) => {
      const lines = linesOf(page);
      const end = lines.findIndex(isWanted);
      return end === -1 ? lines : lines.slice(0, end);
    }),
  );
}

function repeated(edges: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  if (edges.length < 2) return found;
  const least = Math.max(2, edges.length * MOST);
  const looked = edges.map((lines) =>
    lines.slice(0, MOST_LINES).map((line) => ({ line, forms: formsOf(line) })),
  );
  const places = new Map<string, number[]>();
  for (const { line, forms } of looked.flat()) {
    for (const text of forms) {
      const same = places.get(text);
      if (same) same.push(line.y);
      else places.set(text, [line.y]);
    }
  }
  for (const lines of looked) {
    for (const { line, forms } of lines) {
      const isRepeated = forms.some((text) => {
        const same = places.get(text)?.filter((y) => Math.abs(y - line.y) <= SAME_PLACE) ?? [];
        return same.length >= least;
      });
      if (!isRepeated || hasAmount(line)) break;
      found.add(line);
    }
  }
  return found;
}

const MOST_LINES = 8;

/** A line's text without its page number: one that is called so, and a bare one, which is as far from the page's own on each page. */
function formsOf({ text, page }: Line): readonly string[] {
  const plain = text.replace(PAGE_NUMBER, 'Page').replace(/\s+/g, ' ').trim();
  const counted = plain.replace(BARE_NUMBER, (number) => `#${Number(number) - page}`);
  return plain === counted ? [plain] : [plain, counted];
}

function hasAmount({ runs }: Line): boolean {
  return runs.some((run) => isDecimal(run.text));
}
