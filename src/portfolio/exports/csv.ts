import { HIDDEN } from '../displayFormatter.ts';
import type { Cell, Table } from './cells.ts';

/** Excel takes a file without it for one in the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n＝＋－＠]/u;
/** The same after what separates cells where a spreadsheet is set to another language: the first cell ends there. */
const FORMULA_INSIDE = /([;\t])(?=[\s\p{Cc}\p{Cf}]{0,20}[=+\-@＝＋－＠])/gu;

/**
 * What is no number or date, and what a spreadsheet would make one of and lose by it: zeros at the beginning, digits after the fifteenth,
 * a day and a month (12/5), a time (12:30), a power of ten (12E5), a fraction (1 1/2).
 */
const CHANGED_BY_SPREADSHEETS =
  /^\s*(?:0\d+|\d{16,}|\d+(?:\.\d+)?e[+-]?\d+|\d{1,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})?|\d+(?::\d+)+|\d+ +\d+\/\d+)\s*$/i;

/**
 * A table as CSV (RFC 4180) with a byte order mark: a line each, CRLF after each, numbers with exactly the digits they have,
 * nothing where the statement says nothing. Text that a spreadsheet would take for a formula, or make
 * another number of, as of account numbers that begin with zeros or have sixteen digits, gets an apostrophe before it.
 */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.map(({ name }) => quoted(name)).join(',')];
  for (const row of rows) lines.push(row.map(field).join(','));
  lines.push('');
  return BYTE_ORDER_MARK + lines.join('\r\n');
}

function field(cell: Cell): string {
  if (cell === null) return '';
  switch (cell.of) {
    case 'hidden':
      return HIDDEN;
    case 'text':
      return quoted(unchanged(cell.text));
    case 'date':
      return quoted(harmless(cell.text));
    default:
      return cell.value.toString();
  }
}

/** With an apostrophe it is text to LibreOffice, Gnumeric and Excel, and to whoever reads tables into numbers. */
function unchanged(text: string): string {
  return CHANGED_BY_SPREADSHEETS.test(text) ? `'${text}` : harmless(text);
}

function harmless(text: string): string {
  const inside = text.replace(FORMULA_INSIDE, "$1'");
  return FORMULA.test(text) ? `'${inside}` : inside;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
