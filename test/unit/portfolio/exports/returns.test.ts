import assert from 'node:assert/strict';
import { xlsxSheets } from '../../../../src/portfolio/exports/xlsxSheets.ts';
import { xlsxFile } from '../../../../src/views/exports/xlsxFile.ts';
import { monthAnswer } from '../returns/monthAnswer.ts';
import { portfolioOf } from '../samples.ts';
import { exported, selected } from './exported.ts';
import { readCsv } from './readCsv.ts';
import { readWorkbook } from './workbook.ts';

const MONTH = portfolioOf(monthAnswer());

describe('the return of a month in an export', () => {
  it('is absolute in CSV, with the days that it is over and the yearly rate beside it', () => {
    const [head = [], row = []] = readCsv(exported(MONTH, { format: 'csv' }).replace('\uFEFF', ''));
    const at = head.indexOf('Return Percent');
    assert.deepEqual(row.slice(at, at + 4), ['2.00', 'absolute', '30', '27.24']);
  });

  it('says in Markdown how long it took, of the holding and of the whole', () => {
    const text = exported(MONTH, { format: 'markdown' });
    assert.ok(text.includes('| 2.00 % in 30 days (XIRR 27.24 %) † |'));
    assert.match(text, /\| Return Percent \| 2\.00\u00A0% \| in 30 days, not a yearly rate; /);
  });

  it('is a number in a workbook, and the summary says how long it took', async () => {
    const sheets = readWorkbook(await xlsxFile(xlsxSheets(selected(MONTH), false, false)));
    const [head = [], row = []] = sheets.get('Holdings') ?? [];
    const at = head.indexOf('Return Percent');
    assert.deepEqual(row.slice(at, at + 4), [0.02, 'absolute', 30, 0.2724]);
    const fact = sheets.get('Summary')?.find(([name]) => name === 'Return Percent');
    assert.ok(fact);
    assert.equal(fact[1], 0.02);
    const note = fact[2];
    assert.ok(typeof note === 'string');
    assert.match(note, /^in 30 days, not a yearly rate; /);
  });
});
