import assert from 'node:assert/strict';
import { Cells } from '../../../../src/portfolio/exports/cells.ts';
import type { Cell, Table } from '../../../../src/portfolio/exports/cells.ts';
import { csvOf } from '../../../../src/portfolio/exports/csv.ts';
import { holdingsTable } from '../../../../src/portfolio/exports/holdingsTable.ts';
import { selectionOf } from '../../../../src/portfolio/exports/selection.ts';
import { transactionsTable } from '../../../../src/portfolio/exports/transactionsTable.ts';
import { xlsxSheets } from '../../../../src/portfolio/exports/xlsxSheets.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { returnOfAll } from '../../../../src/portfolio/returns/portfolioReturn.ts';
import { DisplayFormatter } from '../../../../src/portfolio/displayFormatter.ts';
import { xlsxFile } from '../../../../src/views/exports/xlsxFile.ts';
import { portfolioOf } from '../samples.ts';
import { hasLibreOffice, openedByLibreOffice, reasonToSkip } from './libreOffice.ts';
import { movingPortfolio } from './movingPortfolio.ts';

/** Account numbers that a spreadsheet would make other numbers or days of. */
const NUMBERS = ['00000001', '0012345600000001', '1234567890123456', '12/5', '0012/7', '12E5'];

const accounts = portfolioOf(
  JSON.stringify({
    meta: { cas_type: 'CDSL', statement_period: { from: '2024-04-01', to: '2025-03-31' } },
    demat_accounts: NUMBERS.map((number) => ({
      dp_name: 'Sample Broking',
      client_id: number,
      holdings: {
        equities: [
          { isin: 'INE000A01012', name: '=Sample; -Industries', units: 12.345, value: 3456.78 },
        ],
      },
    })),
  }),
);
const moving = portfolioOf(JSON.stringify(movingPortfolio(5)));

function tablesOf(portfolio: Portfolio): { holdings: Table; transactions: Table } {
  const selection = selectionOf(portfolio, {});
  assert.ok(selection);
  const cells = new Cells(new DisplayFormatter(false));
  const transactions = transactionsTable(selection.transactions, cells);
  return {
    holdings: holdingsTable(selection.positions, returnOfAll(selection.counted), cells),
    // Its rows can be gone through once only.
    transactions: { ...transactions, rows: [...transactions.rows] },
  };
}

/** What a cell is once it was opened: a number in its shortest spelling, text without the apostrophe that guards it. */
function opened(cell: Cell): string {
  if (cell === null) return '';
  assert.ok(cell.of !== 'hidden');
  return 'text' in cell ? cell.text : String(Number(cell.value.toString()));
}

function assertOpened(read: readonly string[][] | undefined, { columns, rows }: Table): void {
  assert.ok(read);
  const expected = [columns.map(({ name }) => name), ...Array.from(rows, (row) => row.map(opened))];
  const spelled = read.map((row, at) =>
    row.map((field, column) => {
      const isText = at === 0 || expected[at]?.[column] !== shortest(field);
      return isText
        ? field.replace(/^'/, '').replaceAll(/([;\t])'(?=\s*[-=+@])/g, '$1')
        : shortest(field);
    }),
  );
  assert.deepEqual(spelled, expected);
}

/** A workbook has percentages, and days that are no text. */
function shortest(field: string): string {
  if (/^-?\d+(\.\d+)?%?$/.test(field)) return String(Number(field.replace('%', '')));
  return field.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2');
}

describe(`a spreadsheet, opened by LibreOffice itself${reasonToSkip()}`, function () {
  before(function () {
    if (!hasLibreOffice()) this.skip();
  });

  it('has every cell of a CSV, account numbers digit for digit', () => {
    const files = new Map<string, string>();
    for (const [name, portfolio] of Object.entries({ accounts, moving })) {
      const { holdings, transactions } = tablesOf(portfolio);
      files.set(`${name}1.csv`, csvOf(holdings));
      files.set(`${name}2.csv`, csvOf(transactions));
    }
    const sheets = openedByLibreOffice(files);
    for (const [name, portfolio] of Object.entries({ accounts, moving })) {
      const { holdings, transactions } = tablesOf(portfolio);
      assertOpened(sheets.get(`${name}1-${name}1`), holdings);
      assertOpened(sheets.get(`${name}2-${name}2`), transactions);
    }
    const numbers = sheets
      .get('accounts1-accounts1')
      ?.slice(1)
      .map((row) => row[2]);
    assert.deepEqual(
      numbers,
      NUMBERS.map((number) => `'${number}`),
    );
  });

  it('has every cell of a workbook', async () => {
    const files = new Map<string, Uint8Array>();
    for (const [name, portfolio] of Object.entries({ accounts, moving })) {
      const selection = selectionOf(portfolio, {});
      assert.ok(selection);
      files.set(`${name}.xlsx`, await xlsxFile(xlsxSheets(selection, false, false)));
    }
    const sheets = openedByLibreOffice(files);
    for (const [name, portfolio] of Object.entries({ accounts, moving })) {
      const { holdings, transactions } = tablesOf(portfolio);
      assertOpened(sheets.get(`${name}-Holdings`), holdings);
      assertOpened(sheets.get(`${name}-Transactions`), transactions);
    }
  });
});
