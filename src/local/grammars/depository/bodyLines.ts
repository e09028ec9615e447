import { textOf } from '../../layout/line.ts';
import type { Line } from '../../layout/line.ts';
import { withIsinApart } from '../../layout/isinRuns.ts';
import { linesOf } from '../../layout/lines.ts';
import { footLines } from '../../layout/repeatedLines.ts';
import type { Page } from '../../pdf/run.ts';

const FURNITURE =
  /^Page\s*:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?$|^(?:NSDL\s+)?Consolidated\s+Account\s+Statement$|^This is a (?:system|computer)|^(?:National Securities Depository|Central Depository Services \(India\)) Limited(?:\s+\d{1,4})?$/i;
/** Headings are printed in Devanagari beside the English ones. */
const DEVANAGARI = /\p{Script=Devanagari}/u;

/** The lines of all pages without page furniture and without Devanagari, with every ISIN in a run of its own. */
export function bodyLines(pages: readonly Page[]): Line[] {
  const foot = footLines(pages);
  return pages.flatMap((page) =>
    linesOf(page).flatMap((line) => {
      if (foot.has(line)) return [];
      const runs = line.runs.filter((run) => !DEVANAGARI.test(run.text)).flatMap(withIsinApart);
      const text = textOf(runs);
      return runs.length === 0 || FURNITURE.test(text.replace(/\s+/g, ' '))
        ? []
        : [{ ...line, runs, text }];
    }),
  );
}
