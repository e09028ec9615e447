import type { Line, Place } from '../../layout/line.ts';
import type { Printed } from '../../statement.ts';
import { DATE, readDate } from '../../text/dates.ts';
import { readNumber } from '../../text/numbers.ts';

/** What stands under a scheme's transactions, on one line or on several. */
export interface Closing {
  readonly close: Printed | null;
  readonly nav: Printed | null;
  readonly navDate: string | null;
  readonly cost: Printed | null;
  readonly value: Printed | null;
}

const NUMBER = String.raw`(?:INR|Rs\.?|\x60)?\s*(\(?-?[\d,]*\.?\d+\)?)`;
const CLOSE = new RegExp(String.raw`Closing\s+Unit\s+Balance\s*:?\s*${NUMBER}`, 'i');
const NAV = new RegExp(String.raw`NAV\s+(?:as\s+)?on\s+(${DATE})\s*:?\s*${NUMBER}`, 'i');
const COST = new RegExp(String.raw`Total\s+Cost\s+Value\s*:?\s*${NUMBER}`, 'i');
const VALUE = new RegExp(
  String.raw`(?:Market\s+Value|Valuation)\s+(?:as\s+)?on\s+(${DATE})\s*:?\s*${NUMBER}`,
  'i',
);

const PART =
  /^\s*(?:NAV\s+(?:as\s+)?on|Total\s+Cost\s+Value|Market\s+Value\s+(?:as\s+)?on|Valuation\s+(?:as\s+)?on|INR\s)/i;

export function startsClosing(text: string): boolean {
  return /Closing\s+Unit\s+Balance/i.test(text);
}

/** Whether a line goes on with what a closing line began. */
export function continuesClosing(text: string): boolean {
  return PART.test(text) || /^\s*:?\s*(?:INR\s*)?[\d,]+\.\d+\s*$/.test(text);
}

/** Reads the closing lines of one scheme; what is not printed is null. */
export function readClosing(lines: readonly Line[]): Closing {
  const texts = lines.map((line) => line.text);
  const all = texts.join(' ');
  const printed = (pattern: RegExp, group: number): Printed | null => {
    const match = pattern.exec(all);
    const value = readNumber(match?.[group] ?? '');
    return match && value ? { value, ...placeAt(lines, texts, match) } : null;
  };
  return {
    close: printed(CLOSE, 1),
    nav: printed(NAV, 2),
    navDate: readDate(NAV.exec(all)?.[1] ?? VALUE.exec(all)?.[1] ?? ''),
    cost: printed(COST, 1),
    value: printed(VALUE, 2),
  };
}

function placeAt(lines: readonly Line[], texts: readonly string[], match: RegExpExecArray): Place {
  const end = match.index + match[0].length;
  let passed = 0;
  for (const [index, text] of texts.entries()) {
    passed += text.length + 1;
    const line = lines[index];
    if (line && end <= passed) return { page: line.page, row: line.row };
  }
  return { page: lines[0]?.page ?? 1, row: lines[0]?.row ?? 1 };
}
