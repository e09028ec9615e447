import type { Line, Place } from '../../layout/line.ts';
import type { Printed } from '../../statement.ts';
import { isNear } from '../../checks/checkResult.ts';
import { priceSlack } from '../../checks/rounding.ts';
import { DATE, readDate } from '../../text/dates.ts';
import { readNumber } from '../../text/numbers.ts';
import { inCells, inReadingOrder } from './closingText.ts';
import type { Piece } from './closingText.ts';

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

/** Days and their parts, numbers and the words of the labels. */
const WORD =
  /^(?:\d{1,2}[-/.](?:[A-Z]{3,9}|\d{1,2})[-/.](?:\d{4})?|\d{1,2}-|(?:[A-Z]{3}-)?\d{4}|(?:INR|Rs\.?|`)?\(?-?[\d,]*\.?\d+\)?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-?|closing|unit|balance|nav|as|on|total|cost|market|value|valuation|INR|Rs\.?|`)$/i;

/** Whether a line says nothing but what closing lines say. */
function isOfClosing(text: string): boolean {
  return text.split(/[\s:]+/).every((word) => word === '' || WORD.test(word));
}

/** Whether closing lines begin here; their labels can wrap, too. */
export function startsClosing(text: string): boolean {
  return /Closing\s+Unit\s+Balance/i.test(text) || (/^Closing\b/i.test(text) && isOfClosing(text));
}

/** Whether a line goes on with what a closing line began: it can wrap between any two words, in its cells or as a whole. */
export function continuesClosing(text: string): boolean {
  return isOfClosing(text);
}

/** Reads the closing lines of one scheme; what is not printed is null. */
export function readClosing(lines: readonly Line[]): Closing {
  const [inOrder, byCell] = [readPieces(inReadingOrder(lines)), readPieces(inCells(lines))];
  const more = countOf(byCell) - countOf(inOrder);
  return more > 0 || (more === 0 && !holds(inOrder) && holds(byCell)) ? byCell : inOrder;
}

function countOf({ close, nav, cost, value }: Closing): number {
  return [close, nav, cost, value].filter((each) => each !== null).length;
}

/** Whether the value is what units and NAV give. */
function holds({ close, nav, value }: Closing): boolean {
  if (!close || !nav || !value) return false;
  const product = close.value.times(nav.value);
  return isNear(product, value.value, priceSlack(close.value, nav.value));
}

function readPieces(pieces: readonly Piece[]): Closing {
  const all = pieces.map(({ text }) => text).join(' ');
  const printed = (pattern: RegExp, group: number): Printed | null => {
    const match = pattern.exec(all);
    const value = readNumber(match?.[group] ?? '');
    return match && value ? { value, ...placeAt(pieces, match.index + match[0].length) } : null;
  };
  return {
    close: printed(CLOSE, 1),
    nav: printed(NAV, 2),
    navDate: readDate(NAV.exec(all)?.[1] ?? VALUE.exec(all)?.[1] ?? ''),
    cost: printed(COST, 1),
    value: printed(VALUE, 2),
  };
}

/** Where the character before this one stands. */
function placeAt(pieces: readonly Piece[], end: number): Place {
  let passed = 0;
  for (const { text, page, row } of pieces) {
    passed += text.length + 1;
    if (end <= passed) return { page, row };
  }
  return { page: pieces[0]?.page ?? 1, row: pieces[0]?.row ?? 1 };
}
