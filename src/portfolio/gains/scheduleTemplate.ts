import { YEAR_OF_BOTH_SIDES } from './schedule112aCsv.ts';

/** The first line of a template, or what was found instead. */
export type TemplateLine =
  | { readonly ok: true; readonly line: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: 'columns';
      readonly found: number;
      readonly wanted: number;
    }
  | { readonly ok: false; readonly reason: 'words'; readonly found: string };

const LONGEST_FOUND = 60;
const CR = 13;
const LF = 10;

/**
 * Takes the first line of the portal's own template of Schedule 112A, byte for byte: the portal compares it so, and writes spaces
 * that break no line in it.
 * @param template the CSV file of the portal
 * @param year of the sales, `2024-25`: that of one year has a column more
 */
export function templateLine(template: Uint8Array, year: string): TemplateLine {
  const end = template.findIndex((byte) => byte === CR || byte === LF);
  const line = end < 0 ? template : template.subarray(0, end);
  // Only its ASCII is looked at, whatever the file is written in.
  const text = [...line].map((byte) => (byte < 128 ? String.fromCharCode(byte) : ' ')).join('');
  const columns = text.split(',').map((column) => column.replaceAll(/[\s"]+/g, '').toLowerCase());
  const hasSides = year === YEAR_OF_BOTH_SIDES;
  const wanted = hasSides ? 15 : 14;
  const marks = ['(1a)', ...(hasSides ? ['(1b)'] : []), 'isincode(2)'];
  const isTemplate =
    columns[0]?.startsWith('share/unitacquired(1a)') === true &&
    marks.every((mark, index) => columns[index]?.includes(mark));
  if (isTemplate && columns.length === wanted) return { ok: true, line };
  if (columns[0]?.startsWith('share/unitacquired') === true && columns.length !== wanted)
    return { ok: false, reason: 'columns', found: columns.length, wanted };
  const found = text
    .replaceAll(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, LONGEST_FOUND);
  return { ok: false, reason: 'words', found };
}

/** Puts the rows of a schedule under the first line of a template. @param csv a schedule with a first line of its own */
export function underTemplate(csv: Uint8Array, line: Uint8Array): Uint8Array {
  const rows = csv.subarray(csv.indexOf(LF) + 1);
  const joined = new Uint8Array(line.length + 2 + rows.length);
  joined.set(line);
  joined.set([CR, LF], line.length);
  joined.set(rows, line.length + 2);
  return joined;
}
