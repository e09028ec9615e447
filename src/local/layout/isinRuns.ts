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

/**
 * Runs in which an ISIN is one with its folio: of those before it, the one that is nearest to where folios begin, for a column that
 * nobody knows can stand between them; or the one behind it where the ISIN comes first.
 * @param folioLeft where folios begin, in points
 */
export function withIsinJoined(runs: readonly Run[], folioLeft: number): Run[] {
  const at = runs.findIndex(({ text }) => ALONE.test(text));
  const isin = runs[at];
  const away = ({ left }: Run): number => Math.abs(left - folioLeft);
  const folio = at > 0 ? runs.slice(0, at).sort((a, b) => away(a) - away(b))[0] : runs[1];
  if (!isin || !folio || !/\d/.test(folio.text)) return [...runs];
  const [one, other] = at > 0 ? [folio, isin] : [isin, folio];
  const isBeside = runs.indexOf(other) === runs.indexOf(one) + 1;
  const text = `${one.text} ${other.text}`;
  const both = { ...one, text, right: isBeside ? other.right : one.right };
  return runs.flatMap((run) => (run === folio ? [both] : run === isin ? [] : [run]));
}
