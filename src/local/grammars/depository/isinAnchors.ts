import type { Line } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';
import { isinIsValid } from '../../../portfolio/isin.ts';
import { ISIN } from '../../text/isin.ts';

const WHOLE = new RegExp(`^(${ISIN})$`);
/** The beginning of an ISIN that wraps, and its end. */
const HEAD = /^IN[EF0-9][A-Z0-9]{2,8}-?$/;
const TAIL = /^[A-Z0-9]{1,8}$/;
/** An ISIN's second line is at most this far below its first, in points, and begins as near to its beginning as this. */
export const WRAP_WITHIN = 14;
const BESIDE = 15;

/**
 * The lines of a table that hold an ISIN, with that ISIN, wrapped or not. ISINs stand below each other; where one stands elsewhere it
 * is part of a name. One whose check digit is wrong is kept, wrapped or not: the caller warns.
 */
export function isinAnchors(lines: readonly Line[]): Map<Line, string> {
  const found = lines.flatMap((line, index) =>
    line.runs.flatMap((run) => {
      const whole = WHOLE.exec(run.text)?.[1];
      const isin = whole ?? wrapped(run, line, lines.slice(index + 1, index + 4));
      if (isin === null) return [];
      return [{ line, isin, left: run.left, isSure: whole !== undefined || isinIsValid(isin) }];
    }),
  );
  const sure = found.filter(({ isSure }) => isSure);
  const lefts = (sure.length > 0 ? sure : found).map(({ left }) => left).sort((a, b) => a - b);
  const at = lefts[Math.floor(lefts.length / 2)] ?? 0;
  const anchors = new Map<Line, string>();
  for (const { line, isin, left } of found) {
    if (Math.abs(left - at) <= BESIDE && !anchors.has(line)) anchors.set(line, isin);
  }
  return anchors;
}

function wrapped(head: Run, line: Line, below: readonly Line[]): string | null {
  if (!HEAD.test(head.text)) return null;
  let isin = head.text.replace(/-$/, '');
  // A soft hyphen inside an ISIN can part it into two words of one line.
  const beside = line.runs[line.runs.indexOf(head) + 1];
  if (beside && beside.left - head.right < head.size) {
    const whole = isin + (/^[A-Z0-9]+/.exec(beside.text)?.[0] ?? '');
    if (WHOLE.test(whole)) return whole;
  }
  for (const next of below) {
    if (next.page !== line.page || next.y - line.y > WRAP_WITHIN) break;
    const tail = next.runs.find(
      (run) => Math.abs(run.left - head.left) <= BESIDE && TAIL.test(run.text),
    );
    if (tail) isin += tail.text;
    if (isin.length >= 12) break;
  }
  return WHOLE.test(isin) ? isin : null;
}
