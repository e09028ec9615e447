import assert from 'node:assert/strict';
import fc from 'fast-check';
import { xlsxSheets } from '../../../../src/portfolio/exports/xlsxSheets.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { xlsxFile } from '../../../../src/views/exports/xlsxFile.ts';
import { portfolioOf, samplePortfolio } from '../samples.ts';
import { hostileText } from './arbitraryAnswer.ts';
import { selected } from './exported.ts';
import { readWorkbook, workbookFiles } from './workbook.ts';
import type { WorkbookCell } from './workbook.ts';

type Row = Record<string, WorkbookCell>;

async function workbookOf(portfolio: Portfolio, sample = false): Promise<Uint8Array> {
  return xlsxFile(xlsxSheets(selected(portfolio), false, sample));
}

/** The rows of a sheet by the names of their columns, empty cells left out. */
function records(sheet: WorkbookCell[][] = []): Row[] {
  const [head = [], ...rows] = sheet;
  return rows.map((row) =>
    Object.fromEntries(
      row.flatMap((cell, at) => (cell === undefined ? [] : [[textOf(head[at]), cell]])),
    ),
  );
}

function textOf(cell: WorkbookCell): string {
  if (cell === undefined) return '';
  assert.ok(typeof cell === 'string');
  return cell;
}

async function onlyHolding(scheme: string): Promise<Row> {
  const portfolio = portfolioOf(`{"mutual_funds": [{"schemes": [${scheme}]}]}`);
  const [holding] = records(readWorkbook(await workbookOf(portfolio)).get('Holdings'));
  assert.ok(holding);
  return holding;
}

describe('an Excel workbook', () => {
  it('has a sheet for the summary, the holdings and the transactions', async () => {
    const sheets = readWorkbook(await workbookOf(samplePortfolio('cams_kfintech')));
    assert.deepEqual([...sheets.keys()], ['Summary', 'Holdings', 'Transactions']);
    assert.equal(sheets.get('Holdings')?.length, 5);
    assert.equal(sheets.get('Transactions')?.length, 19);
  });

  it('has real numbers, and percentages as Excel has them', async () => {
    const sheets = readWorkbook(await workbookOf(samplePortfolio('cams_kfintech')));
    assert.deepEqual(records(sheets.get('Holdings'))[0], {
      'Held In': 'folio',
      Account: 'Example Mutual Fund',
      'Account Number': '9000000001 / 11',
      'AMC or Issuer': 'Example Mutual Fund',
      ISIN: 'INF000D01B29',
      Name: 'EXM01-Example Flexi Cap Fund - Direct Plan - Growth',
      Kind: 'folio-equity',
      Units: 671.951,
      'NAV or Price': 86.5123,
      Cost: 32500,
      Value: 58132.03,
      Gain: 25632.03,
      'Gain Percent': 0.7887,
      'Return Percent': 0.1522,
      'Return Kind': 'yearly',
      'Return Days': 2054,
      'XIRR Percent': 0.1522,
    });
  });

  it('has real dates', async () => {
    const sheets = readWorkbook(await workbookOf(samplePortfolio('cams_kfintech')));
    const [first] = records(sheets.get('Transactions'));
    assert.deepEqual(first?.Date, { date: '2021-01-15T00:00:00.000Z' });
    const summary = sheets.get('Summary')?.find(([name]) => name === 'To');
    assert.deepEqual(summary?.[1], { date: '2026-08-31T00:00:00.000Z' });
  });

  for (const date of ['2025-02-30', '1899-12-31', '31-Mrz-2025', '=1+1'])
    it(`has the date ${date} as text, because Excel has no such day`, async () => {
      const answer = { mutual_funds: [{ schemes: [{ transactions: [{ date }] }] }] };
      const portfolio = portfolioOf(JSON.stringify(answer));
      const [row] = records(readWorkbook(await workbookOf(portfolio)).get('Transactions'));
      assert.equal(row?.Date, date);
    });

  it('has a number of more than 15 digits as text, with all of them', async () => {
    const { Units, Value, Cost } = await onlyHolding(
      '{"units": 1234567890123456.5, "value": 123456789012345, "cost": 0.10000}',
    );
    assert.deepEqual([Units, Value, Cost], ['1234567890123456.5', 123456789012345, 0.1]);
  });

  it('has any text as text and as it is, but for characters that XML cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const { Name } = await onlyHolding(JSON.stringify({ name: text }));
        const kept = text.replace(/[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/gu, '');
        assert.equal(textOf(Name).replace(/[\p{Cc}]/gu, ''), kept.trim() === '' ? '' : kept);
      }),
      { numRuns: 60 },
    );
  });

  for (const text of ['constructor', '__proto__', '_x0041_', 'a_x000D_b', '=1+1'])
    it(`has ${text} as that text`, async () => {
      const { Name, ISIN } = await onlyHolding(JSON.stringify({ name: text, isin: 'a' }));
      assert.deepEqual([Name, ISIN], [text, 'a']);
    });

  it('has no formula in it', async () => {
    const portfolio = portfolioOf('{"mutual_funds": [{"schemes": [{"name": "=1+1"}]}]}');
    for (const [name, xml] of workbookFiles(await workbookOf(portfolio)))
      assert.doesNotMatch(xml, /<f[ >]/, name);
  });

  it('cuts a text that Excel would call damage', async () => {
    const { Name } = await onlyHolding(JSON.stringify({ name: 'x'.repeat(40_000) }));
    assert.equal(Name, `${'x'.repeat(32_766)}…`);
  });

  it('says when it is sample data', async () => {
    const sheets = readWorkbook(await workbookOf(samplePortfolio('nsdl'), true));
    assert.match(textOf(sheets.get('Summary')?.[0]?.[1]), /^Sample data/);
  });
});
