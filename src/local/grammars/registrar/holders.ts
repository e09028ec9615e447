import type { Line } from '../../layout/line.ts';
import type { PrintedHolder } from '../../statement.ts';

const OTHER =
  /^(?:Joint\s+Holder\s*\d*|Second\s+Holder|Third\s+Holder|\d(?:st|nd|rd)\s+Holder)\s*:\s*(.+)$/i;
const LABELLED = /^[A-Za-z .]+\d*\s*:/;

/** The first holder's name stands under the folio line; joint holders follow with a label, and a guardian is no holder. */
export function readHolders(lines: readonly Line[], pan: string | null): PrintedHolder[] {
  const holders: PrintedHolder[] = [];
  for (const line of lines) {
    const text = line.text.replace(/\s+/g, ' ').trim();
    const other = OTHER.exec(text)?.[1];
    if (other !== undefined) holders.push({ name: other.trim(), pan: null });
    else if (holders.length === 0 && !LABELLED.test(text) && /[A-Za-z]/.test(text)) {
      holders.push({ name: text, pan });
    }
  }
  return holders.length > 0 || pan === null ? holders : [{ name: null, pan }];
}
