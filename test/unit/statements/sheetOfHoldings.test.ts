import assert from 'node:assert/strict';
import { xlsxSheets } from '../../../src/portfolio/exports/xlsxSheets.ts';
import { isSheetOfHoldings } from '../../../src/statements/sheetOfHoldings.ts';
import { xlsxFile } from '../../../src/views/exports/xlsxFile.ts';
import { exported, selected } from '../portfolio/exports/exported.ts';
import { portfolioOf } from '../portfolio/samples.ts';

describe('a table that goes to another service', () => {
  const fund = { name: 'Example Fund', isin: 'INF204KB14I2', units: 3, value: 30 };
  const portfolio = portfolioOf(JSON.stringify({ mutual_funds: [{ amc: 'A', schemes: [fund] }] }));
  const rentRoll = 'Unit,Tenant,Rent\r\n101,Example Tenant,1200\r\n';
  const utf16 = (text: string) => Buffer.from(`\u{FEFF}${text}`, 'utf16le');

  it('is one of holdings when it lists securities, whatever its format', async () => {
    const csv = exported(portfolio, { format: 'csv' });
    assert.equal(isSheetOfHoldings(Buffer.from(csv)), true);
    assert.equal(isSheetOfHoldings(utf16(csv)), true);
    const workbook = await xlsxFile(xlsxSheets(selected(portfolio), false, false));
    assert.equal(isSheetOfHoldings(workbook), true);
  });

  it('is one when it says that it is an account statement', () => {
    const text = 'CONSOLIDATED  ACCOUNT STATEMENT\nFolio,Units\n';
    assert.equal(isSheetOfHoldings(Buffer.from(text)), true);
  });

  it('is none otherwise: a rent roll, a number that is like an ISIN, a workbook of something else, nothing', async () => {
    assert.equal(isSheetOfHoldings(Buffer.from(rentRoll)), false);
    assert.equal(isSheetOfHoldings(Buffer.from(`${rentRoll}INF204KB14I3`)), false);
    const data = [
      ['Unit', 'Rent'],
      ['101', '1200'],
    ].map((row) => row.map((value) => ({ value })));
    const workbook = await xlsxFile([{ sheet: 'Rent roll', data }]);
    assert.equal(isSheetOfHoldings(workbook), false);
    assert.equal(isSheetOfHoldings(new Uint8Array()), false);
  });

  it('is read as far as it goes where it is damaged', async () => {
    const workbook = await xlsxFile(xlsxSheets(selected(portfolio), false, false));
    for (const end of [2, 40, workbook.length - 30, workbook.length - 1])
      assert.doesNotThrow(() => isSheetOfHoldings(workbook.subarray(0, end)));
    for (let at = 0; at < workbook.length; at += 7) {
      const damaged = Uint8Array.from(workbook);
      damaged[at] = 0xff;
      assert.doesNotThrow(() => isSheetOfHoldings(damaged));
    }
  });
});
