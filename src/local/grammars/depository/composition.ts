import type { Line, Place } from '../../layout/line.ts';
import type { Printed } from '../../statement.ts';
import { readNumber } from '../../text/numbers.ts';

/** The table that says how much is in which kind of asset. */
export interface Composition {
  readonly place: Place;
  /** NSDL prints a letter with each kind; CDSL only names. */
  readonly rows: readonly {
    readonly name: string;
    readonly code: string | null;
    readonly value: Printed;
  }[];
  readonly total: Printed | null;
  readonly end: number;
}

const STARTS = /PORTFOLIO\s+COMPOSITION|^Asset\s+Class\b/i;
const CODE = /\(([A-Z]{1,3})\)\s*$/;

/** Reads the composition table; null when there is none. */
export function readComposition(lines: readonly Line[]): Composition | null {
  const start = lines.findIndex((line) => STARTS.test(line.text));
  const first = lines[start];
  if (!first) return null;
  const rows: { name: string; code: string | null; value: Printed }[] = [];
  const place = { page: first.page, row: first.row };
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.page !== first.page) break;
    const at = line.runs.findIndex(
      (run, each) => each > 0 && (readNumber(run.text)?.scale ?? 0) >= 2,
    );
    const value = at === -1 ? null : readNumber(line.runs[at]?.text ?? '');
    const name = line.runs
      .slice(0, at === -1 ? line.runs.length : at)
      .map((run) => run.text)
      .join(' ')
      .trim();
    if (!value) {
      if (rows.length > 0 && !/Asset|Value|Percent/i.test(line.text))
        return { place, rows, total: null, end: index };
      continue;
    }
    const printed = { value, page: line.page, row: line.row };
    if (/^(?:Grand\s+)?Total/i.test(name)) return { place, rows, total: printed, end: index + 1 };
    rows.push({
      name: name.replace(CODE, '').trim(),
      code: CODE.exec(name)?.[1] ?? null,
      value: printed,
    });
  }
  return rows.length > 0 ? { place, rows, total: null, end: start + 1 + rows.length } : null;
}
