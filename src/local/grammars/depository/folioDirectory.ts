import { recordsOf } from '../../layout/records.ts';
import type { Line } from '../../layout/line.ts';
import { joinWrapped, textOf } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';
import type { PrintedFolio } from '../../statement.ts';

/** What the back matter says of a folio. */
export interface FolioEntry {
  readonly amc: string | null;
  readonly registrar: string | null;
  /** All that the entry prints, to find names in. */
  readonly text: string;
}

const FOLIO_LABEL = /Folio\s*(?:No|Number)/i;
const AMC_LABEL = /\bAMC\b|Fund\s+House/i;
/** Labels of a list of people, and of a table of units. */
const PEOPLE = /\bKYC\b|\bRTA\b|Registrar|Holder|Mobile|E-?mail|Nominee/i;
const UNITS = /\bISIN\b|\bUnits?\b|\bNAV\b|Value|Amount/i;
const REGISTRAR =
  /^(?:CAMS|K\s?FIN(?:TECH|\s+TECH\w*)?|KARVY|FTAMIL|SUNDARAM\w*|MUFG|LINK\s?INTIME)\b/i;
const HOUSE = /(?:Mutual\s+Fund|\bMF)$/i;
/** Labels take no more lines than this. */
const LABEL_LINES = 3;
/** Words of one cell leave less than this many times the size of their type between them. */
const CELL_GAP = 0.9;
/** Cells of one column begin within this many points. */
const SAME_LEFT = 6;
/** An entry's lines are no further apart than this many times the size of their type. */
const NEXT_LINE = 2.4;

/**
 * Reads the list that names house, registrar and holders of each folio. The number, or the number over the house, is one cell; the rest
 * stands beside it on one line or several.
 * @param numbers the folio numbers, without spaces, that the statement has units of
 */
export function readFolioDirectory(
  lines: readonly Line[],
  numbers: ReadonlySet<string>,
): ReadonlyMap<string, readonly FolioEntry[]> {
  const entries = new Map<string, FolioEntry[]>();
  let from = 0;
  for (;;) {
    const start = lines.findIndex((_, index) => index >= from && isHeader(lines, index));
    if (start === -1) return entries;
    from = start + 1;
    const rows = untilGap(belowLabels(lines, start), numbers);
    const { records } = recordsOf(rows, (line) => folioIn(line, numbers) !== null, false);
    for (const record of records) {
      const anchor = record.map((line) => folioIn(line, numbers)).find((cell) => cell !== null);
      if (!anchor) continue;
      const number = plain(anchor.text);
      entries.set(number, [...(entries.get(number) ?? []), entryOf(record, anchor)]);
    }
  }
}

/** The entry of a folio. A number that two houses use is told apart by the names of its schemes. */
export function entryFor(
  { number, schemes }: PrintedFolio,
  entries: ReadonlyMap<string, readonly FolioEntry[]>,
): FolioEntry | null {
  const found = entries.get(plain(number)) ?? [];
  if (found.length <= 1) return found[0] ?? null;
  const fits = found.filter(({ amc }) => {
    const first = amc?.split(' ')[0]?.toLowerCase() ?? '';
    return schemes.every(({ name }) => name.toLowerCase().startsWith(first));
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

function isHeader(lines: readonly Line[], index: number): boolean {
  const [first, ...below] = lines.slice(index, index + LABEL_LINES);
  if (!first || (!FOLIO_LABEL.test(first.text) && !AMC_LABEL.test(first.text))) return false;
  const labels = [first, ...below.filter(({ page }) => page === first.page)]
    .map(({ text }) => text)
    .join('   ');
  return (
    FOLIO_LABEL.test(labels) && AMC_LABEL.test(labels) && PEOPLE.test(labels) && !UNITS.test(labels)
  );
}

function belowLabels(lines: readonly Line[], start: number): readonly Line[] {
  const isLabel = ({ text }: Line): boolean => FOLIO_LABEL.test(text) || AMC_LABEL.test(text);
  const labels = lines.slice(start, start + LABEL_LINES).findLastIndex(isLabel);
  return lines.slice(start + labels + 1);
}

/** The lines of a list: from its first entry on, as long as none is far below the one before. */
function untilGap(lines: readonly Line[], numbers: ReadonlySet<string>): Line[] {
  const taken: Line[] = [];
  for (const line of lines) {
    const last = taken.at(-1);
    const far = NEXT_LINE * (line.runs[0]?.size ?? 0);
    const isNear = last?.page !== line.page || line.y - last.y <= far;
    if (last && !isNear && folioIn(line, numbers) === null) {
      if (taken.some((each) => folioIn(each, numbers) !== null)) break;
      // What stands above the first entry are further labels.
      if (taken.length > LABEL_LINES) break;
      taken.splice(0);
    }
    if (isHeader([line], 0) && taken.length > 3) break;
    taken.push(line);
  }
  return taken;
}

interface Cell {
  readonly text: string;
  readonly left: number;
}

/** What stands together on a line, drawn at once or word by word. */
function cellsOf({ runs }: Line): Cell[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1)?.at(-1);
    const goesOn = last && run.left - last.right < CELL_GAP * Math.max(1, run.size);
    if (goesOn) groups.at(-1)?.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => ({ text: textOf(group), left: group[0]?.left ?? 0 }));
}

function folioIn(line: Line, numbers: ReadonlySet<string>): Cell | null {
  return cellsOf(line).find(({ text }) => numbers.has(plain(text))) ?? null;
}

function entryOf(record: readonly Line[], anchor: Cell): FolioEntry {
  const cells = record.flatMap(cellsOf);
  const sameCell = cells.filter(
    ({ text, left }) => text !== anchor.text && Math.abs(left - anchor.left) <= SAME_LEFT,
  );
  const named = cells.find((cell) => HOUSE.test(cell.text) && !sameCell.includes(cell));
  const house = joinWrapped(sameCell.map(({ text }) => text));
  return {
    amc: /\p{L}{3}/u.test(house) ? house : (named?.text ?? null),
    registrar: cells.find(({ text }) => REGISTRAR.test(text))?.text.toUpperCase() ?? null,
    text: cells.map(({ text }) => text).join(' | '),
  };
}

function plain(number: string): string {
  return number.replace(/\s/g, '');
}
