import type { Run } from '../pdf/run.ts';
import { ISIN } from '../text/isin.ts';

const GLUED = new RegExp(`^(.*?)(${ISIN})(?![A-Z0-9])(.*)$`);

/** A folio or a name can be printed in one run with the ISIN. Only an ISIN's shape is sure enough to cut a run at. */
export function withIsinApart(run: Run): Run[] {
  const match = GLUED.exec(run.text);
  if (!match || match[0] === match[2] || /ISIN\s*[:-]/i.test(run.text)) return [run];
  const width = (run.right - run.left) / run.text.length;
  let at = 0;
  return match.slice(1).flatMap((piece) => {
    const text = piece.trim();
    const left = run.left + width * (at + piece.length - piece.trimStart().length);
    at += piece.length;
    return text === '' ? [] : [{ ...run, text, left, right: left + width * text.length }];
  });
}
