import { atomsOf } from './atoms.ts';
import type { Atom } from './atoms.ts';
import type { Line } from './line.ts';

/** Cells that stand below each other: what makes a column, whatever its label says. */
export interface Band {
  readonly atoms: readonly Atom[];
  readonly lines: ReadonlySet<Line>;
  readonly left: number;
  readonly right: number;
  /** Which of their edges the cells have in common, and where it is. */
  readonly align: 'left' | 'right' | 'centre';
  readonly edge: number;
  /** All edges that they have in common: one cell alone has each. */
  readonly edges: { readonly left: number | null; readonly right: number | null };
  readonly holds: 'text' | 'number';
}

/** Edges nearer than this are one edge. */
const SAME_EDGE = 2.5;
/** Texts that share this much of the narrower one are of one column. */
const SHARED = 0.5;

/**
 * The bands of a table, left to right, from the lines that surely are its rows. Numbers and nil marks are gathered by their right
 * edges, texts by their left ones; what is set centred or stands in for a number is joined then, as far as no line has both.
 */
export function bandsOf(rows: readonly Line[]): Band[] {
  const atoms = rows.flatMap(atomsOf);
  const numbers = atoms.filter(
    ({ kind, inText, followsWord, decimals }) =>
      (kind === 'number' || kind === 'nil') && !inText && (!followsWord || decimals),
  );
  const texts = atoms.filter(
    ({ kind, followsWord }) =>
      kind === 'date' || kind === 'isin' || (kind === 'text' && !followsWord),
  );
  const bands = [
    ...gathered(numbers, ({ run }) => run.right),
    ...gathered(texts, ({ run }) => run.left),
  ];
  return joined(bands.map(bandOf)).sort((one, other) => one.left - other.left);
}

/** Both bands as one. */
export function together(one: Band, other: Band): Band {
  return bandOf([...one.atoms, ...other.atoms]);
}

/** Whether no line has a cell of both. */
export function takeTurns(one: Band, other: Band): boolean {
  for (const line of one.lines) if (other.lines.has(line)) return false;
  return true;
}

/** How far an atom is from the edge that a band's cells have in common, in points. */
export function distanceTo(band: Band, { run, cellRight }: Atom): number {
  const at =
    band.align === 'left'
      ? run.left
      : band.align === 'right'
        ? cellRight
        : (run.left + cellRight) / 2;
  return Math.abs(at - band.edge);
}

function gathered(atoms: readonly Atom[], edgeOf: (atom: Atom) => number): Atom[][] {
  const groups: Atom[][] = [];
  let last = -Infinity;
  for (const atom of [...atoms].sort((a, b) => edgeOf(a) - edgeOf(b))) {
    const edge = edgeOf(atom);
    if (edge - last <= SAME_EDGE) groups.at(-1)?.push(atom);
    else groups.push([atom]);
    last = edge;
  }
  return groups;
}

function bandOf(atoms: readonly Atom[]): Band {
  // Nil marks can be set apart from the numbers they stand in for: those say how the column is set.
  const numbers = atoms.filter(({ kind }) => kind !== 'nil');
  const set = numbers.length > 0 ? numbers : atoms;
  const lefts = set.map(({ run }) => run.left);
  const rights = set.map(({ cellRight }) => cellRight);
  const centres = set.map(({ run, cellRight }) => (run.left + cellRight) / 2);
  const holds = atoms.every(({ kind }) => kind === 'number' || kind === 'nil') ? 'number' : 'text';
  const edges = { left: lefts, right: rights, centre: centres } as const;
  const order = holds === 'number' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const align = order.find((each) => spreadOf(edges[each]) <= SAME_EDGE) ?? 'centre';
  return {
    atoms,
    lines: new Set(atoms.map(({ line }) => line)),
    left: Math.min(...atoms.map(({ run }) => run.left)),
    right: Math.max(...atoms.map(({ cellRight }) => cellRight)),
    align,
    edge: middle(edges[align]),
    edges: {
      left: spreadOf(lefts) <= SAME_EDGE ? middle(lefts) : null,
      right: spreadOf(rights) <= SAME_EDGE ? middle(rights) : null,
    },
    holds,
  };
}

/** The middle nine tenths: one cell set apart does not decide how a column is set. */
function spreadOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * 0.05);
  return (sorted[sorted.length - 1 - cut] ?? 0) - (sorted[cut] ?? 0);
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function joined(bands: readonly Band[]): Band[] {
  const left = [...bands];
  for (let index = 0; index < left.length; index += 1) {
    const one = left[index];
    const at = left.findIndex((other, place) => place > index && one && areOne(one, other));
    const other = left[at];
    if (!one || !other) continue;
    left.splice(at, 1);
    left[index] = together(one, other);
    // The joined band can take further ones, also such that came before.
    index = -1;
  }
  return left;
}

function areOne(one: Band, other: Band): boolean {
  if (!takeTurns(one, other)) return false;
  const lefts = [one, other].map(({ atoms }) => atoms.map(({ run }) => run.left));
  // Few cells beside many would not show in the spread of all.
  const isFlush =
    one.align !== 'centre' &&
    spreadOf(lefts.flat()) <= SAME_EDGE &&
    spreadOf(lefts.map(middle)) <= SAME_EDGE;
  if (isFlush) return true;
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const narrower = Math.min(one.right - one.left, other.right - other.left);
  if (shared < narrower * SHARED) return false;
  if (one.holds === 'text' && other.holds === 'text') return true;
  if (one.holds === other.holds) {
    const centres = [...one.atoms, ...other.atoms].map(
      ({ run, cellRight }) => (run.left + cellRight) / 2,
    );
    return isNilOnly(one) || isNilOnly(other) || spreadOf(centres) <= SAME_EDGE;
  }
  // A folio of digits only, or a nil mark, under other folios.
  const number = one.holds === 'number' ? one : other;
  // The marks of a column of numbers can reach below the widest texts before it.
  if (isNilOnly(number) && !haveOneMiddle(one, other)) return false;
  return number.atoms.every(({ decimals }) => !decimals) && shared >= narrower * 0.9;
}

/** Whether the middles of both are nearer to each other than to their edges. */
function haveOneMiddle(one: Band, other: Band): boolean {
  const wider = Math.max(one.right - one.left, other.right - other.left);
  const apart = Math.abs((one.left + one.right) / 2 - (other.left + other.right) / 2);
  return apart <= wider / 4;
}

/** Whether nothing but nil marks stands in a band. */
export function isNilOnly({ atoms }: Band): boolean {
  return atoms.every(({ kind }) => kind === 'nil');
}
