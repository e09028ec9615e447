import { emptyTransaction } from '../../emptyTransaction.ts';
import type { Line } from '../../layout/line.ts';
import { textOf } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { Run } from '../../pdf/run.ts';
import type { Printed, PrintedTransaction } from '../../statement.ts';
import { DATE, readDate } from '../../text/dates.ts';
import { readNumber } from '../../text/numbers.ts';
import { isAstray, moneyColumn } from './detailedColumns.ts';
import type { DatedRow, DetailedColumns, MoneyColumn } from './detailedColumns.ts';
import { classify } from './transactionType.ts';

export type RowResult =
  | { readonly kind: 'transaction'; readonly transaction: PrintedTransaction }
  | { readonly kind: 'note' }
  | null;

/** Decimals of a NAV that has to be worked out, as NAVs are printed. */
const NAV_DECIMALS = 4;

/**
 * Reads one dated row: whole runs go to the column that they end at, the rest is the description. A row without amount and
 * units is a note (a change of bank, a SIP registered), never money. Null when there is no such day.
 */
export function readTransactionRow(
  line: Line,
  row: DatedRow,
  columns: DetailedColumns,
  notes: Notes,
): RowResult {
  const date = readDate(row.date);
  if (date === null) return null;
  const cells = new Map<MoneyColumn, Printed>();
  const words: Run[] = [];
  for (const run of row.rest.flatMap((each) => withAmountApart(each, columns))) {
    const column = moneyColumn(run, columns);
    if (column === null) {
      words.push(run);
      if (isAstray(run, columns)) {
        notes.warn('number-outside-columns', 'A number of this row stands under no column.', line);
      }
      continue;
    }
    const value = readNumber(run.text);
    if (!value) continue;
    if (cells.has(column)) {
      notes.warn(
        'two-numbers-in-a-column',
        'Two numbers of this row stand under one column.',
        line,
      );
    }
    cells.set(column, { value, page: line.page, row: line.row });
  }
  const description = withoutTwin(textOf(words).replace(WIDE_SPACE, ' '), date);
  const amount = cells.get('amount') ?? null;
  const units = cells.get('units') ?? null;
  if (!amount && !units) return { kind: 'note' };
  const nav = cells.get('nav') ?? null;
  const derived = columns.names.includes('nav') ? null : derivedNav(amount, units);
  return {
    kind: 'transaction',
    transaction: {
      ...emptyTransaction(line, date, description),
      ...kindOf(description, units),
      amount,
      units,
      nav: nav ?? derived,
      navIsDerived: derived !== null,
      balance: cells.get('balance') ?? null,
    },
  };
}

const LEADING_DATE = new RegExp(String.raw`^(${DATE})\s+(?=\S)`);

/** Some rows print their date twice; drawn in pieces, the second one stands before the words. */
function withoutTwin(description: string, date: string): string {
  const twin = LEADING_DATE.exec(description);
  return twin?.[1] !== undefined && readDate(twin[1]) === date
    ? description.slice(twin[0].length)
    : description;
}

/** What is no plain space: most descriptions have none. */
const WIDE_SPACE = /\s\s+|[^\S ]/g;

const ENDS_WITH_AMOUNT = /^(.*?)(\(?-?(?:\d{1,3}(?:,\d{2,3})+|(?<!\d)\d+)\.\d{2,}\)?)$/;

/**
 * An amount can be so wide that it touches the description; drawn letter by letter, both are one text. What has the shape of an
 * amount and ends where amounts do is one.
 */
function withAmountApart(run: Run, columns: DetailedColumns): Run[] {
  const edge = columns.edges[0] ?? Infinity;
  if (Math.abs(run.right - edge) > 2) return [run];
  const [, words = '', amount = ''] = ENDS_WITH_AMOUNT.exec(run.text) ?? [];
  if (words.trim() === '') return [run];
  const at = run.right - ((run.right - run.left) * amount.length) / run.text.length;
  return [
    { ...run, text: words.trim(), right: at },
    { ...run, text: amount, left: at },
  ];
}

/** The type and dividend rate that a description and its units stand for. */
export function kindOf(
  description: string,
  units: Printed | null,
): Pick<PrintedTransaction, 'type' | 'dividendRate'> {
  return classify(description, units?.value ?? null);
}

function derivedNav(amount: Printed | null, units: Printed | null): Printed | null {
  if (!amount || !units || units.value.sign === 0 || amount.value.sign === 0) return null;
  const { page, row } = amount;
  return { value: amount.value.abs().dividedBy(units.value.abs(), NAV_DECIMALS), page, row };
}
