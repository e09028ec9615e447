import type { Page } from '../pdf/run.ts';
import { readNumber } from '../text/numbers.ts';
import type { Line } from './line.ts';
import { linesOf } from './lines.ts';

/** What is printed on each page stands within this many points of the same place. */
const SAME_PLACE = 1.5;
/** On this share of the pages, and on two at least. */
const MOST = 0.6;
const PAGE_NUMBER = /\bPage\s*:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?/gi;

/**
 * The lines that most pages have at the same place of their foot: disclaimers, addresses, page numbers. Only the last lines of a
 * page are looked at, and none with an amount.
 */
export function footLines(pages: readonly Page[]): ReadonlySet<Line> {
  return repeated(pages.map((page) => [...linesOf(page)].reverse()));
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
  const places = new Map<string, number[]>();
  for (const line of edges.flatMap((lines) => lines.slice(0, MOST_LINES))) {
    places.set(plain(line), [...(places.get(plain(line)) ?? []), line.y]);
  }
  for (const lines of edges) {
    for (const line of lines.slice(0, MOST_LINES)) {
      const same = places.get(plain(line))?.filter((y) => Math.abs(y - line.y) <= SAME_PLACE) ?? [];
      if (same.length < least || hasAmount(line)) break;
      found.add(line);
    }
  }
  return found;
}

const MOST_LINES = 8;

function plain({ text }: Line): string {
  return text.replace(PAGE_NUMBER, 'Page').replace(/\s+/g, ' ').trim();
}

function hasAmount({ runs }: Line): boolean {
  return runs.some((run) => (readNumber(run.text)?.scale ?? 0) >= 2);
}
