import type { Line } from '../../layout/line.ts';
import type { PrintedHolder } from '../../statement.ts';

const HOLDER = /(\p{L}[\p{L}\p{M}\d .,'&()/-]*?)\s*\(\s*PAN\s*(?:No\.?)?\s*:?\s*([^()]*?)\s*\)/giu;
const PAN = /^[A-Z*X]{5}[\dX*]{4}[A-Z*X]$/;
/** Nothing but the PAN: the name stands in the cell before. */
const BARE_PAN = /^\(\s*PAN\b/i;

/** Who acts for a holder, or comes after one, is named in the same way and holds nothing. */
const NO_HOLDER = /\b(?:guardian|nominee|attorney)\b[^:]*:?\s*$/i;

/** All `NAME (PAN:ABCDE1234F)` of a text but guardians and nominees. What is printed for a PAN but is none (`NOT AVAILABLE`) leaves the PAN unknown. */
export function findHolders(text: string): PrintedHolder[] {
  return cellsOf(text).flatMap((cell) =>
    [...cell.matchAll(HOLDER)].flatMap(({ 1: name = '', 2: pan = '', index }) => {
      if (NO_HOLDER.test(cell.slice(0, index)) || NO_HOLDER.test(name)) return [];
      const plain = name
        .replace(/^and\s+/i, '')
        .replace(/\s+/g, ' ')
        .trim();
      return [{ name: plain, pan: PAN.test(pan) ? pan : null }];
    }),
  );
}

/** Whether a line names someone with their PAN, holder or not. */
export function namesPerson({ text }: Line): boolean {
  return text.search(HOLDER) !== -1;
}

/** What stands in another cell of the line is no part of the name, but for a PAN in a cell of its own. */
function cellsOf(text: string): string[] {
  const cells: string[] = [];
  for (const cell of text.split(/ {3,}/)) {
    const last = cells.at(-1);
    if (last !== undefined && BARE_PAN.test(cell)) cells[cells.length - 1] = `${last} ${cell}`;
    else cells.push(cell);
  }
  return cells;
}

const GROUP = /^In\s+the\s+(?:single|joint|sole)\s+names?\s+of\b/i;

/** Whether a line begins what is held by the same people: `In the Single Name of`, `In the Joint Names of`. */
export function startsHolderGroup(line: Line): boolean {
  return GROUP.test(line.text);
}

/** Whether two lists name the same people, in any order. */
export function areSameHolders(
  one: readonly PrintedHolder[],
  other: readonly PrintedHolder[],
): boolean {
  return one.length === other.length && one.every((holder) => isAmong(holder, other));
}

export function isAmong(holder: PrintedHolder, holders: readonly PrintedHolder[]): boolean {
  return holders.some(({ name, pan }) =>
    pan === null || holder.pan === null ? name === holder.name : pan === holder.pan,
  );
}
