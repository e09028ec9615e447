import { hasDecimals } from '../../layout/columns.ts';
import type { Line, Place } from '../../layout/line.ts';
import type { Printed } from '../../statement.ts';
import { readNumber } from '../../text/numbers.ts';
import type { Span } from './roster.ts';

/** A table that says how much is in which kind of asset: of all that a statement lists, or of one group of holders. */
export interface Composition {
  readonly place: Place;
  /** NSDL prints a letter with each kind; CDSL only names. */
  readonly rows: readonly {
    readonly name: string;
    readonly code: string | null;
    readonly value: Printed;
  }[];
  readonly total: Printed | null;
  /** The lines that it takes. */
  readonly span: Span;
}

const STARTS = /PORTFOLIO\s+COMPOSITION|^Asset\s+Class\b/i;
const STARTS_ANEW = /PORTFOLIO\s+COMPOSITION/i;
const CODE = /\(([A-Z]{1,3})\)\s*$/;

/** Reads every composition table: there can be one for each group of holders. */
export function readCompositions(lines: readonly Line[]): Composition[] {
  const found: Composition[] = [];
  let from = 0;
  for (;;) {
    const start = lines.findIndex((line, index) => index >= from && STARTS.test(line.text));
    const first = lines[start];
    if (!first) return found;
    const composition = readComposition(lines, start, first);
    if (composition) found.push(composition);
    from = composition?.span[1] ?? start + 1;
  }
}

function readComposition(lines: readonly Line[], start: number, first: Line): Composition | null {
  const rows: { name: string; code: string | null; value: Printed }[] = [];
  const place = { page: first.page, row: first.row };
  let total: Printed | null = null;
  let index = start + 1;
  for (; index < lines.length && total === null; index += 1) {
    const line = lines[index];
    if (line?.page !== first.page || STARTS_ANEW.test(line.text)) break;
    const at = line.runs.findIndex((run, each) => each > 0 && hasDecimals(run));
    const value = at === -1 ? null : readNumber(line.runs[at]?.text ?? '');
    const name = textBefore(line, at);
    if (!value) {
      if (rows.length > 0 && !/Asset|Value|Percent/i.test(line.text)) break;
      continue;
    }
    const printed = { value, page: line.page, row: line.row };
    if (/^(?:Grand\s+)?Total/i.test(name)) total = printed;
    else
      rows.push({
        name: name.replace(CODE, '').trim(),
        code: CODE.exec(name)?.[1] ?? null,
        value: printed,
      });
  }
  return rows.length > 0 ? { place, rows, total, span: [start, index] } : null;
}

function textBefore({ runs }: Line, at: number): string {
  return runs
    .slice(0, at === -1 ? runs.length : at)
    .map((run) => run.text)
    .join(' ')
    .trim();
}
