import type { Run } from '../pdf/run.ts';
import { isDecimal } from '../text/numbers.ts';
import type { Line } from './line.ts';

/** A column as its header prints it: the labels stacked over each other, and the band they take. */
export interface Stack {
  readonly label: string;
  readonly left: number;
  readonly right: number;
}

/** Words of one label leave at most this part of the font size between them; labels side by side leave more, or overlap. */
const WORD_GAP = 0.45;

/**
 * The header's labels as columns. Headers take one to four baselines: a label joins the one above it that it overlaps most. Labels
 * of one baseline are never one column, even where they are set so wide that they overlap.
 */
export function stacksOf(lines: readonly Line[]): Stack[] {
  const stacks: { label: string; left: number; right: number }[] = [];
  for (const line of lines) {
    const above = [...stacks];
    for (const label of labelsOf(line)) {
      const over = above
        .map((stack) => ({ stack, overlap: overlapOf(stack, label) }))
        .filter(({ overlap }) => overlap > 0)
        .sort((a, b) => b.overlap - a.overlap)[0];
      if (over) {
        over.stack.label += ` ${label.text}`;
        over.stack.left = Math.min(over.stack.left, label.left);
        over.stack.right = Math.max(over.stack.right, label.right);
      } else stacks.push({ label: label.text, left: label.left, right: label.right });
    }
  }
  return stacks.sort((a, b) => a.left - b.left);
}

/** How many points two bands share from left to right. */
export function overlapOf(
  one: { readonly left: number; readonly right: number },
  other: { readonly left: number; readonly right: number },
): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left);
}

function labelsOf(line: Line): { text: string; left: number; right: number }[] {
  const labels: { text: string; left: number; right: number; joined: boolean }[] = [];
  for (const { text, left, right, size } of line.runs) {
    const last = labels.at(-1);
    const gap = last ? left - last.right : Infinity;
    // Where labels of several words are drawn at once, two that stand near each other are two labels.
    const areWhole = text.includes(' ') && last?.text.includes(' ') === true && !last.joined;
    if (last && gap >= 0 && gap < size * WORD_GAP && !areWhole) {
      last.joined = true;
      last.text += ` ${text}`;
      last.right = right;
    } else labels.push({ text, left, right, joined: false });
  }
  return labels;
}

/** Edges nearer than this are one edge. */
const SAME_EDGE = 2.5;

/**
 * Where the numbers of a table really end. Headers are not always set flush with what stands below them, so the right edges
 * of the numbers decide, wherever as many edges are found as there are columns; otherwise the header's own.
 */
export function numberEdges(headers: readonly Stack[], numbers: readonly Run[]): number[] {
  const edges = clusters(numbers.map((run) => run.right));
  const atHeaders = headers.map((header) => header.right);
  if (edges.length === headers.length) return edges.map((edge) => edge.at);
  const nearest = atHeaders.map((at, index) => {
    const low = index === 0 ? -Infinity : (at + (atHeaders[index - 1] ?? at)) / 2;
    const high =
      index === atHeaders.length - 1 ? Infinity : (at + (atHeaders[index + 1] ?? at)) / 2;
    const inside = edges.filter((edge) => edge.at > low && edge.at <= high);
    return inside.sort((a, b) => b.count - a.count)[0]?.at ?? at;
  });
  return nearest;
}

function clusters(values: readonly number[]): { at: number; count: number }[] {
  const found: { at: number; count: number; last: number }[] = [];
  // A typed array sorts numbers by itself: a statement of 300 pages has some 40,000 of them in one table.
  for (const value of Float64Array.from(values).sort()) {
    const last = found.at(-1);
    if (last && value - last.last <= SAME_EDGE) {
      last.at = (last.at * last.count + value) / (last.count + 1);
      last.count += 1;
      last.last = value;
    } else found.push({ at: value, count: 1, last: value });
  }
  return found;
}

/** A number with decimals: what stands in a column of money or units, and hardly ever in a description. */
export function hasDecimals(run: Run): boolean {
  return isDecimal(run.text);
}

/** The edge that is nearest to where a run ends, and how far it is from there in points; null where there is none. */
export function nearestEdge(
  { right }: Run,
  edges: readonly number[],
): { readonly index: number; readonly distance: number } | null {
  let index = -1;
  let distance = Infinity;
  for (let at = 0; at < edges.length; at += 1) {
    const other = Math.abs(right - (edges[at] ?? Infinity));
    if (other > distance) continue;
    index = at;
    distance = other;
  }
  return index === -1 ? null : { index, distance };
}
