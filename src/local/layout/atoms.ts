import type { Run } from '../pdf/run.ts';
import { DATE } from '../text/dates.ts';
import { ISIN } from '../text/isin.ts';
import { isDecimal, isNil, isNumeric } from '../text/numbers.ts';
import type { Line } from './line.ts';

/** A run of a table's line with what its looks and its neighbours say. */
export interface Atom {
  readonly run: Run;
  readonly line: Line;
  readonly kind: 'number' | 'nil' | 'date' | 'isin' | 'text';
  /** A number with two decimals or more: hardly ever part of a name. */
  readonly decimals: boolean;
  /** Stands a space behind a word, and a space before one. */
  readonly followsWord: boolean;
  readonly inText: boolean;
  /** Where the words end that go on from here without a gap. */
  readonly cellRight: number;
}

/** Words of one cell leave at most this part of the font size between them. */
const WORD_GAP = 0.4;
/** What a number leaves on a line when it wraps inside: `1,23,` or `12,543.` or `(1,234.` or `(1,234.5`; and how it ends: `78)`. */
const PIECE = /^\(?[-+]?[\d,]*\d[,.]?$|^\([\d,]*\.\d+$|^[\d,.]*\d\)$/;
const WHOLE_DATE = new RegExp(`^${DATE}$`);
const WHOLE_ISIN = new RegExp(`^${ISIN}$`);

/** A number, a part of one, or what stands for none. */
export function isNumberLike(text: string): boolean {
  return isNumeric(text) || PIECE.test(text);
}

/** The runs of a line as atoms, left to right. */
export function atomsOf(line: Line): Atom[] {
  const { runs } = line;
  const atoms: Atom[] = [];
  for (const [index, run] of runs.entries()) {
    const before = atoms.at(-1);
    const next = runs[index + 1];
    const followsWord = before !== undefined && isWord(before) && isBehind(before.run, run);
    const nextIsWord = next !== undefined && kindOf(next.text) === 'text' && isBehind(run, next);
    const decimals = isDecimal(run.text);
    const kind = kindOf(run.text);
    // A name can begin with a number: `100 CDG - Example Fund`.
    const isFirstWord = kind === 'number' && !decimals && nextIsWord && !followsWord;
    atoms.push({
      run,
      line,
      kind: isFirstWord ? 'text' : kind,
      decimals,
      followsWord,
      inText: followsWord && nextIsWord,
      cellRight: run.right,
    });
  }
  return atoms.map((atom, index) =>
    atom.kind === 'text' && !atom.followsWord ? { ...atom, cellRight: endOf(atoms, index) } : atom,
  );
}

/** Whether what goes on behind an atom without a gap can be of its cell: behind words, and behind numbers among them. */
function isWord({ kind, followsWord, decimals }: Atom): boolean {
  return kind === 'text' || (followsWord && !decimals && (kind === 'number' || kind === 'nil'));
}

function kindOf(text: string): Atom['kind'] {
  if (isNil(text)) return 'nil';
  if (isNumberLike(text)) return 'number';
  if (WHOLE_DATE.test(text)) return 'date';
  return WHOLE_ISIN.test(text) ? 'isin' : 'text';
}

function isBehind(before: Run | undefined, run: Run | undefined): boolean {
  if (!before || !run) return false;
  const gap = run.left - before.right;
  return gap >= 0 && gap < run.size * WORD_GAP;
}

function endOf(atoms: readonly Atom[], from: number): number {
  let end = from;
  for (let index = from + 1; atoms[index]?.followsWord === true; index += 1) {
    if (atoms[index]?.kind === 'text' || atoms[index]?.inText === true) end = index;
  }
  return atoms[end]?.run.right ?? 0;
}
