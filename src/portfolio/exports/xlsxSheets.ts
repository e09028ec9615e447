import type { Cell as XlsxCell, Sheet } from 'write-excel-file/node';
import { parseDay } from '../days.ts';
import { Decimal } from '../decimal.ts';
import { returnOfAll } from '../returns/portfolioReturn.ts';
import { HIDDEN } from '../displayFormatter.ts';
import { Cells } from './cells.ts';
import type { Cell, Table } from './cells.ts';
import { holdingsTable } from './holdingsTable.ts';
import type { Selection } from './selection.ts';
import { shownOf } from './shownOf.ts';
import { summaryRows } from './summaryRows.ts';
import type { SummaryRow } from './summaryRows.ts';
import { transactionsTable } from './transactionsTable.ts';

export type XlsxSheet = Sheet<Buffer>;

/** Summary, holdings and transactions, with real numbers and dates: money in INR, percentages as Excel has them. */
export function xlsxSheets(selection: Selection, masked: boolean, sample: boolean): XlsxSheet[] {
  const cells = new Cells(shownOf(selection, masked));
  const returns = returnOfAll(selection.counted);
  return [
    summarySheet(summaryRows(selection, returns, cells, sample)),
    tableSheet('Holdings', holdingsTable(selection.positions, returns, cells)),
    tableSheet('Transactions', transactionsTable(selection.transactions, cells)),
  ];
}

function summarySheet(rows: readonly SummaryRow[]): XlsxSheet {
  return {
    sheet: 'Summary',
    columns: [{ width: 18 }, { width: 40 }, { width: 56 }],
    data: rows.map(({ name, cell, note }) => [heading(name), xlsxCell(cell), note]),
  };
}

function tableSheet(sheet: string, { columns, rows }: Table): XlsxSheet {
  const data: XlsxCell[][] = [columns.map(({ name }) => heading(name))];
  for (const row of rows) data.push(row.map(xlsxCell));
  return {
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data,
  };
}

function heading(value: string): XlsxCell {
  return { value, fontWeight: 'bold' };
}

function xlsxCell(cell: Cell): XlsxCell {
  if (cell === null) return null;
  switch (cell.of) {
    case 'hidden':
      return HIDDEN;
    case 'text':
      return xlsxText(cell.text);
    case 'date':
      return xlsxDate(cell.text);
    case 'rupees':
      return xlsxNumber(cell.value, '#,##0.00');
    case 'units':
      return xlsxNumber(cell.value, '#,##0.000');
    case 'nav':
      return xlsxNumber(cell.value, '#,##0.0000');
    case 'count':
      return xlsxNumber(cell.value, '0');
    case 'percent':
      return xlsxNumber(cell.value.times(HUNDREDTH), '0.00%');
  }
}

const HUNDREDTH = Decimal.fromInteger(1).dividedBy(Decimal.fromInteger(100), 2);

/** Excel keeps no more of a number: https://learn.microsoft.com/office/troubleshoot/excel/last-digits-changed-to-zeros */
const MOST_DIGITS = 15;

function xlsxNumber(value: Decimal, format: string): XlsxCell {
  const digits = value.abs().trimmed(0).digits.toString();
  return digits.length > MOST_DIGITS
    ? value.toString()
    : { type: Number, value: Number(value.toString()), format };
}

/** Before that day Excel's calendar is one day off, because it has a 29 February 1900. */
const FIRST_DAY = parseDay('1900-03-01') ?? 0;
const MS_PER_DAY = 86_400_000;

function xlsxDate(text: string): XlsxCell {
  const day = parseDay(text);
  if (day === null || day < FIRST_DAY) return xlsxText(text);
  return { type: Date, value: new Date(day * MS_PER_DAY), format: 'dd-mmm-yyyy' };
}

/** Excel calls a workbook with a longer text damaged. */
const MOST_CHARACTERS = 32_767;

/**
 * In a workbook `_x0041_` is an A, so a text that has it by itself is escaped (ECMA-376 part 1, 22.9.2.19). A name that every
 * JavaScript object has is escaped too: write-excel-file 4.1.1 looks texts up in an object and would write nonsense for it.
 */
function xlsxText(text: string): string {
  const whole = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  const escaped = whole.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  if (!(escaped in {})) return escaped;
  const first = escaped.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `_x${first}_${escaped.slice(1)}`;
}
