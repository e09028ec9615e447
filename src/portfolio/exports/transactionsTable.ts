import { signedAmount, signedUnits } from '../transactionType.ts';
import type { Cell, Cells, Table, TableColumn } from './cells.ts';
import { accountNumber } from './holdingsTable.ts';
import { originCells, originColumns } from './originColumns.ts';
import type { SelectedTransaction } from './selection.ts';

/** The columns are for programs as well: their names and their order stay. */
const COLUMNS: readonly TableColumn[] = [
  { name: 'Date', width: 12 },
  { name: 'Account', width: 24 },
  { name: 'Account Number', width: 20 },
  { name: 'AMC or Issuer', width: 24 },
  { name: 'ISIN', width: 14 },
  { name: 'Name', width: 48 },
  { name: 'Type', width: 20 },
  { name: 'Type as Received', width: 20 },
  { name: 'Description', width: 40 },
  { name: 'Units', width: 14 },
  { name: 'NAV or Price', width: 14 },
  { name: 'Amount', width: 16 },
  { name: 'Unit Balance', width: 14 },
  { name: 'Dividend Rate', width: 14 },
  { name: 'Stamp Duty', width: 12 },
  { name: 'STT', width: 12 },
  { name: 'Income Distribution', width: 16 },
  { name: 'Capital Withdrawal', width: 16 },
];

/**
 * A line for each transaction, money in INR. Units and amounts are negative where units go out, as their type says, however
 * the answer signed them.
 */
export function transactionsTable(
  transactions: readonly SelectedTransaction[],
  cells: Cells,
): Table {
  const whose = originColumns(transactions.map(({ position }) => position));
  const rows = transactionRows(transactions, cells, whose.length > 0);
  return { columns: [...COLUMNS, ...whose], rows };
}

function* transactionRows(
  transactions: readonly SelectedTransaction[],
  cells: Cells,
  withOrigin: boolean,
): Generator<Cell[]> {
  for (const { position, transaction } of transactions) {
    const { type, printedType } = transaction;
    yield [
      cells.date(transaction.date),
      cells.text(position.account.name),
      cells.personal(accountNumber(position)),
      cells.text(position.issuer),
      cells.text(position.isin),
      cells.text(position.name),
      cells.text(type),
      // Text that is no known type may be anything, as a narration may.
      cells.narration(printedType === type ? null : printedType),
      cells.narration(transaction.description),
      cells.units(signedUnits(transaction)),
      cells.nav(transaction.nav ?? transaction.price),
      cells.rupees(signedAmount(transaction)),
      cells.units(transaction.balance),
      cells.nav(transaction.dividendRate),
      cells.rupees(transaction.stampDuty),
      cells.rupees(transaction.stt),
      cells.rupees(transaction.incomeDistribution),
      cells.rupees(transaction.capitalWithdrawal),
      ...(withOrigin ? originCells(position, cells) : []),
    ];
  }
}
