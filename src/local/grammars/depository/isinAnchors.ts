import type { Line } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';
import { ISIN, isinIsValid } from '../../text/isin.ts';

const WHOLE = new RegExp(`^(${ISIN})$`);
/** The beginning of an ISIN that wraps, and its end. */
const HEAD = /^IN[EF0-9][A-Z0-9]{2,8}-?$/;
const TAIL = /^[A-Z0-9]{1,8}$/;
/** An ISIN's second line is at most this far below its first. */
const WRAP_WITHIN = 14;
const BESIDE = 15;

/** The lines of a table that hold an ISIN in its column, with that ISIN, wrapped or not. */
export function isinAnchors(lines: readonly Line[], left: number): Map<Line, string> {
  const anchors = new Map<Line, string>();
  lines.forEach((line, index) => {
    const run = line.runs.find(
      (each) => Math.abs(each.left - left) <= BESIDE && each.text.startsWith('IN'),
    );
    if (!run) return;
    const isin = WHOLE.exec(run.text)?.[1] ?? wrapped(run, line, lines.slice(index + 1, index + 4));
    if (isin !== null) anchors.set(line, isin);
  });
  return anchors;
}

function wrapped(head: Run, line: Line, below: readonly Line[]): string | null {
  if (!HEAD.test(head.text)) return null;
  let isin = head.text.replace(/-$/, '');
  for (const next of below) {
    if (next.page !== line.page || next.y - line.y > WRAP_WITHIN) break;
    const tail = next.runs.find(
      (run) => Math.abs(run.left - head.left) <= BESIDE && TAIL.test(run.text),
    );
    if (tail) isin += tail.text;
    if (isin.length >= 12) break;
  }
  return WHOLE.test(isin) && isinIsValid(isin) ? isin : null;
}
