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

const ALONE = new RegExp(`^${ISIN}$`);

/** Runs in which an ISIN is one with the folio before it, or with the one behind it where it comes first. */
export function withIsinJoined(runs: readonly Run[]): Run[] {
  const at = runs.findIndex(({ text }) => ALONE.test(text));
  const first = at > 0 ? at - 1 : at;
  const [one, other] = [runs[first], runs[first + 1]];
  if (at === -1 || !one || !other || !/\d/.test(one.text + other.text)) return [...runs];
  const both = { ...one, text: `${one.text} ${other.text}`, right: other.right };
  return runs.toSpliced(first, 2, both);
}
