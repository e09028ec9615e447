import type { Line } from '../../layout/line.ts';
import { DATE } from '../../text/dates.ts';

const TITLE = /^(?:\w+\s+){0,3}Consolidated\s+Account\s+(?:Statement|Summary)$/i;
const PERIOD = new RegExp(String.raw`^${DATE}\s*(?:to|-)\s*${DATE}$`, 'i');
const AS_ON = new RegExp(String.raw`^As\s+on\s*:?\s*${DATE}$`, 'i');
const PAGE = /^Page\s*:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?$/i;
const WATERMARK = /(?:CAMS|KFIN|KARVY)CASWS/i;

/** Whether a line is repeated on every page and says nothing of its own. */
export function isFurniture({ text }: Line): boolean {
  const one = text.replace(/\s+/g, ' ');
  return (
    TITLE.test(one) ||
    PERIOD.test(one) ||
    AS_ON.test(one) ||
    PAGE.test(one) ||
    WATERMARK.test(one.replace(/\s/g, ''))
  );
}
