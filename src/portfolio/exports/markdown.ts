import { formatDate } from '../formatDate.ts';
import type { Position } from '../positions.ts';
import { positionReturn, returnsByScheme } from '../returns/groupReturn.ts';
import { returnOfAll } from '../returns/portfolioReturn.ts';
import type { PortfolioReturn } from '../returns/portfolioReturn.ts';
import { HIDDEN } from '../displayFormatter.ts';
import type { DisplayFormatter } from '../displayFormatter.ts';
import { signedAmount, signedUnits, transactionLabel } from '../transactionType.ts';
import { Cells } from './cells.ts';
import type { Cell } from './cells.ts';
import type { ExportTable } from './exportSpec.ts';
import { accountNumber, isPriceComputed } from './holdingsTable.ts';
import { markdownText } from './markdownText.ts';
import { originCells, originColumns } from './originColumns.ts';
import { returnText } from './returnCells.ts';
import type { SelectedTransaction, Selection } from './selection.ts';
import { summaryRows } from './summaryRows.ts';

/** Marks a figure that the statement does not print. */
const COMPUTED = '\u2020';

interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row, cells: Cells) => Cell;
  /** Whether the figure of this row is not one of the statement's own. */
  readonly computed?: (row: Row) => boolean;
  readonly figure?: true;
}

/** A summary and a table for people to read: rupees as they are written in India, dates as `31 Mar 2025`. */
export function markdownOf(
  selection: Selection,
  what: ExportTable,
  shown: DisplayFormatter,
  sample: boolean,
): string {
  const cells = new Cells(shown);
  const returns = returnOfAll(selection.counted);
  const facts = summaryRows(selection, returns, cells, sample).map(
    ({ name, cell, note }) => `| ${name} | ${shownCell(cell, shown)} | ${note} |\n`,
  );
  const table =
    what === 'holdings'
      ? tableOf(
          [...HOLDINGS, returnColumn(returns, shown), ...whose(selection.positions)],
          selection.positions,
          cells,
          shown,
        )
      : tableOf(TRANSACTIONS, selection.transactions, cells, shown);
  const note = table.includes(COMPUTED)
    ? `\n${COMPUTED} computed from other figures; the statement does not print it\n`
    : '';
  const title = what === 'holdings' ? 'Holdings' : 'Transactions';
  return `# Portfolio\n\n|  |  |  |\n| --- | --- | --- |\n${facts.join('')}\n## ${title}\n\n${table}${note}`;
}

const HOLDINGS: readonly Column<Position>[] = [
  { name: 'Holding', cell: ({ name }, cells) => cells.text(name) },
  { name: 'ISIN', cell: ({ isin }, cells) => cells.text(isin) },
  { name: 'Account', cell: ({ account }, cells) => cells.text(account.name) },
  { name: 'Number', cell: (position, cells) => cells.personal(accountNumber(position)) },
  { name: 'Units', cell: ({ units }, cells) => cells.units(units), figure: true },
  {
    name: 'NAV or price',
    cell: ({ price }, cells) => cells.nav(price),
    computed: isPriceComputed,
    figure: true,
  },
  { name: 'Cost', cell: ({ cost }, cells) => cells.rupees(cost), figure: true },
  { name: 'Value', cell: ({ value }, cells) => cells.rupees(value), figure: true },
  {
    name: 'Gain',
    cell: ({ gain }, cells) => cells.rupees(gain.rupees),
    computed: ({ gain }) => gain.computed,
    figure: true,
  },
  {
    name: 'Gain %',
    cell: ({ gain }, cells) => cells.percent(gain.percent),
    computed: ({ gain }) => gain.computed,
    figure: true,
  },
];

function returnColumn({ schemes }: PortfolioReturn, shown: DisplayFormatter): Column<Position> {
  const byScheme = returnsByScheme(schemes);
  return {
    name: 'Return',
    cell: (position, cells) => cells.text(returnText(positionReturn(position, byScheme), shown)),
    computed: () => true,
    figure: true,
  };
}

/** Whose it is, among several statements. */
function whose(positions: readonly Position[]): Column<Position>[] {
  return originColumns(positions).map(({ name }, index) => ({
    name,
    cell: (position, cells) => originCells(position, cells)[index] ?? null,
  }));
}

const TRANSACTIONS: readonly Column<SelectedTransaction>[] = [
  { name: 'Date', cell: ({ transaction }, cells) => cells.date(transaction.date) },
  { name: 'Holding', cell: ({ position }, cells) => cells.text(position.name) },
  { name: 'Number', cell: ({ position }, cells) => cells.personal(accountNumber(position)) },
  {
    name: 'Type',
    cell: ({ transaction }, cells) => cells.text(transactionLabel(transaction.type)),
  },
  {
    name: 'Units',
    cell: ({ transaction }, cells) => cells.units(signedUnits(transaction)),
    figure: true,
  },
  {
    name: 'NAV or price',
    cell: ({ transaction: { nav, price } }, cells) => cells.nav(nav ?? price),
    figure: true,
  },
  {
    name: 'Amount',
    cell: ({ transaction }, cells) => cells.rupees(signedAmount(transaction)),
    figure: true,
  },
  {
    name: 'Balance',
    cell: ({ transaction }, cells) => cells.units(transaction.balance),
    figure: true,
  },
];

function tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  cells: Cells,
  shown: DisplayFormatter,
): string {
  const line = (fields: readonly string[]) => `| ${fields.join(' | ')} |\n`;
  const head = line(columns.map(({ name }) => name));
  const rule = line(columns.map(({ figure }) => (figure ? '---:' : '---')));
  const body = rows.map((row) =>
    line(
      columns.map(({ cell, computed }) => {
        const text = shownCell(cell(row, cells), shown);
        return text !== '' && computed?.(row) ? `${text} ${COMPUTED}` : text;
      }),
    ),
  );
  return head + rule + body.join('');
}

function shownCell(cell: Cell, shown: DisplayFormatter): string {
  if (cell === null) return '';
  switch (cell.of) {
    case 'hidden':
      return HIDDEN;
    case 'text':
      return markdownText(cell.text);
    case 'date':
      return markdownText(formatDate(cell.text));
    case 'rupees':
      return shown.rupees(cell.value);
    case 'units':
      return shown.units(cell.value);
    case 'nav':
      return shown.nav(cell.value);
    case 'percent':
      return shown.percent(cell.value);
    case 'count':
      return shown.count(cell.value);
  }
}
