import { hasDecimals } from '../../layout/columns.ts';
import type { Line } from '../../layout/line.ts';
import { linesOf } from '../../layout/lines.ts';
import { footLines, headLines } from '../../layout/repeatedLines.ts';
import type { Page } from '../../pdf/run.ts';
import { DATE } from '../../text/dates.ts';

const TITLE = /^(?:\w+\s+){0,3}Consolidated\s+Account\s+(?:Statement|Summary)$/i;
const PERIOD = new RegExp(String.raw`^${DATE}\s*(?:to|-)\s*${DATE}$`, 'i');
const AS_ON = new RegExp(String.raw`^As\s+on\s*:?\s*${DATE}$`, 'i');
const PAGE = /^Page\s*:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?$/i;
/** Letters that can stand apart. */
const WATERMARK = /(?:C\s*A\s*M\s*S|K\s*F\s*I\s*N|K\s*A\s*R\s*V\s*Y)\s*C\s*A\s*S\s*W\s*S/i;

/** Whether a line is repeated on every page and says nothing of its own. */
export function isFurniture(line: Line): boolean {
  return isHeading(line) || isMark(line);
}

/** Title and day of the statement, which stand above what a page says; a description can say the same. */
function isHeading({ text }: Line): boolean {
  const one = text.replace(/\s+/g, ' ');
  return TITLE.test(one) || PERIOD.test(one) || AS_ON.test(one);
}

function isMark({ text }: Line): boolean {
  return PAGE.test(text) || WATERMARK.test(text);
}

/** Labels of columns are printed on each page too, but they say something there. */
const LABELS =
  /\b(?:Date|Transaction|Amount|Folio|Scheme|ISIN|Units?|Balance|Closing|Cost|Market|Value|NAV|Price|Registrar|INR)\b|:/i;

/** Says of each line of these pages whether it is repeated on every page. */
export function furnitureOf(pages: readonly Page[]): (line: Line) => boolean {
  const foot = footLines(pages);
  const head = headLines(pages, ({ text }) => LABELS.test(text));
  const tops = new Set(pages.flatMap(aboveAmounts));
  return (line) =>
    foot.has(line) || head.has(line) || isMark(line) || (tops.has(line) && isHeading(line));
}

/** The lines above the first one with an amount. */
function aboveAmounts(page: Page): readonly Line[] {
  const lines = linesOf(page);
  const first = lines.findIndex(({ runs }) => runs.some(hasDecimals));
  return first === -1 ? lines : lines.slice(0, first);
}
