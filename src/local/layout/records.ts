import type { Line } from './line.ts';

/** Lines further apart than this many times the usual distance do not belong together. */
const FAR = 1.15;

/**
 * Shares the lines of a table out to its records. A record has one line that must be there (its anchor: the line with the ISIN,
 * or with the date); what wraps stands above or below that line. Between two anchors the widest gap parts the two records;
 * where all gaps are alike, everything belongs to the record above.
 * @returns one list of lines for each anchor, and what stands above the first and belongs to a table of the page before
 */
export function recordsOf(
  lines: readonly Line[],
  isAnchor: (line: Line) => boolean,
  continues: boolean,
): { records: Line[][]; before: Line[] } {
  const anchors = lines.flatMap((line, index) => (isAnchor(line) ? [index] : []));
  const [first] = anchors;
  if (first === undefined) return { records: [], before: [...lines] };
  const head = lines.slice(0, first + 1);
  const start = continues ? headSplit(head, leadingOf(lines)) : 0;
  const records: Line[][] = [];
  let from = start;
  anchors.forEach((at, index) => {
    const next = anchors[index + 1];
    const to = next === undefined ? lines.length : at + 1 + widestGap(lines.slice(at, next + 1));
    records.push(lines.slice(from, to));
    from = to;
  });
  return { records, before: lines.slice(0, start) };
}

/** The index of the widest gap between consecutive lines; of equal ones the last. */
function widestGap(lines: readonly Line[]): number {
  let widest = 0;
  let most = -1;
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const gap = gapAfter(lines, index);
    if (gap >= most - 0.6) {
      widest = index;
      most = Math.max(most, gap);
    }
  }
  return widest;
}

/** How many lines on top of a page still belong to the record that the page before ended with. */
function headSplit(head: readonly Line[], leading: number): number {
  if (head.length < 2) return 0;
  const widest = widestGap(head);
  return gapAfter(head, widest) > leading * FAR ? widest + 1 : 0;
}

function gapAfter(lines: readonly Line[], index: number): number {
  const [one, other] = [lines[index], lines[index + 1]];
  if (!one || !other) return 0;
  return one.page === other.page ? other.y - one.y : Infinity;
}

/** The least distance between lines of the table. */
function leadingOf(lines: readonly Line[]): number {
  const gaps = lines.map((_, index) => gapAfter(lines, index)).filter((gap) => gap > 2);
  return gaps.length > 0 ? Math.min(...gaps) : 0;
}
