import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EXPORT_FORMATS, canBeMasked } from '../../../../src/portfolio/exports/exportSpec.ts';
import { xlsxSheets } from '../../../../src/portfolio/exports/xlsxSheets.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { xlsxFile } from '../../../../src/views/exports/xlsxFile.ts';
import { PERSONAL_TEXTS, withPersonalTexts } from '../personalTexts.ts';
import { SAMPLES, portfolioOf, sampleText } from '../samples.ts';
import { exported, selected } from './exported.ts';
import { workbookFiles } from './workbook.ts';

/** Everything that can be written masked, by what it is. */
async function maskedExports(portfolio: Portfolio): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const format of ['csv', 'markdown'] as const)
    for (const what of ['holdings', 'transactions'] as const)
      written.set(`${format} ${what}`, exported(portfolio, { format, what, masked: true }));
  const workbook = await xlsxFile(xlsxSheets(selected(portfolio), true, false));
  for (const [name, xml] of workbookFiles(workbook)) written.set(`xlsx ${name}`, xml);
  return written;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Amounts and units: what they are is nobody's business. NAVs, rates and percentages are public. */
const FIGURES = new Set(
  ['units', 'value', 'cost', 'amount', 'balance', 'total_value', 'absolute', 'sum_assured'].concat(
    ['premium_amount', 'open_units', 'close_units', 'credit', 'debit', 'stamp_duty', 'stt'],
    ['income_distribution', 'capital_withdrawal'],
  ),
);
/** Who it is, and which account. */
const IDENTITIES = new Set(
  [
    'pan',
    'email',
    'address',
    'pincode',
    'mobile',
    'cas_id',
    'folio_number',
    'bo_id',
    'client_id',
  ].concat([
    'dp_id',
    'pran',
    'policy_number',
    'life_assured',
    'nominee',
    'description',
    'order_no',
  ]),
);
/** Objects whose `name` is a person's. */
const PEOPLE = new Set(['investor', 'linked_holders']);

/** The same statement of somebody else, who has so many times as much. */
function ofSomebodyElse(value: Json, times: number, secret: string, path: readonly string[]): Json {
  const key = path.at(-1) ?? '';
  if (Array.isArray(value)) return value.map((item) => ofSomebodyElse(item, times, secret, path));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inside]) => [
        name,
        ofSomebodyElse(inside, times, secret, [...path, name]),
      ]),
    );
  if (typeof value === 'number' && FIGURES.has(key)) return Number((value * times).toPrecision(15));
  const isPersonal =
    IDENTITIES.has(key) ||
    path.includes('nominees') ||
    (key === 'name' && PEOPLE.has(path.at(-2) ?? ''));
  return typeof value === 'string' && isPersonal ? secret : value;
}

/** What is none, such as blanks or NA, is not in the statement, and that is shown. */
function isFolioNumber(text: string): boolean {
  const answer = { mutual_funds: [{ folio_number: text }] };
  return portfolioOf(JSON.stringify(answer)).folios[0]?.folioNumber !== null;
}

describe('a masked export', () => {
  for (const sample of SAMPLES)
    it(`${sample}: is the same for whoever it is and however much they have`, async () => {
      const text = sampleText(sample);
      const expected = await maskedExports(portfolioOf(text));
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 2, max: 9_999 }),
          fc.string({ minLength: 1, unit: 'grapheme' }).filter(isFolioNumber),
          async (times, secret) => {
            const other = ofSomebodyElse(JSON.parse(text) as Json, times, secret, []);
            const written = await maskedExports(portfolioOf(JSON.stringify(other)));
            for (const [what, masked] of expected) assert.equal(written.get(what), masked, what);
          },
        ),
        { numRuns: 10 },
      );
    });

  it('has none of the names, numbers of accounts, amounts and units', async () => {
    for (const sample of SAMPLES) {
      const text = sampleText(sample);
      for (const [what, masked] of await maskedExports(portfolioOf(text)))
        for (const secret of ['Sample Investor', 'Nominee', 'ABCDE1234F', 'FGHIJ5678K'].concat(
          ['9000000001', '1200000000000001', '110000000001', 'TEST-POL', '671.951', '58132'],
          ['58,132', '1568.35', '1,568.35', '135681', '1,35,681'],
        ))
          assert.ok(!masked.includes(secret), `${sample}, ${what}: ${secret}`);
    }
  });

  it('has nothing personal in the names, ISINs and dates of a statement that puts it there', async () => {
    const hostile = portfolioOf(JSON.stringify(withPersonalTexts()));
    for (const [what, masked] of await maskedExports(hostile))
      assert.doesNotMatch(masked, PERSONAL_TEXTS, what);
    const plain = exported(hostile, { format: 'csv' });
    for (const one of [...PERSONAL_TEXTS.source.split('|')])
      assert.match(plain, new RegExp(one), 'it is there when nothing is hidden');
  });

  it('keeps ISINs, names of schemes, dates, NAVs and percentages', () => {
    const portfolio = portfolioOf(sampleText('cams_kfintech'));
    const masked = exported(portfolio, { format: 'csv', masked: true });
    assert.match(
      masked,
      /,INF000D01B29,EXM01-Example Flexi Cap Fund - Direct Plan - Growth,folio-equity,••••,86.5123,••••,••••,••••,78.87,/,
    );
    const transactions = exported(portfolio, { format: 'csv', what: 'transactions', masked: true });
    assert.match(transactions, /\r\n2024-04-18,.*,REDEMPTION,,••••,••••,70,••••,••••,/);
  });

  it('is there in every format that is of use without amounts', () => {
    assert.deepEqual(EXPORT_FORMATS.filter(canBeMasked), ['csv', 'xlsx', 'markdown']);
  });
});
