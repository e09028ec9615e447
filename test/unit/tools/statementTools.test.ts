import assert from 'node:assert/strict';
import type { Hiding } from '../../../src/tools/hiding.ts';
import { shownHiding } from '../../../src/tools/shownHiding.ts';
import type { StatementLibrary } from '../../../src/tools/statementLibrary.ts';
import { statementTools } from '../../../src/tools/statementTools.ts';
import { NO_FACTS } from '../../../src/portfolio/facts/facts.ts';
import type { Facts } from '../../../src/portfolio/facts/facts.ts';
import { callTool } from '../../../src/tools/tool.ts';
import { ToolError } from '../../../src/tools/toolError.ts';
import { hostileAnswers } from '../../fixtures/hostileAnswers.ts';
import { largePortfolio } from '../portfolio/largePortfolio.ts';
import { monthAnswer } from '../portfolio/returns/monthAnswer.ts';
import { SAMPLES, sampleText } from '../portfolio/samples.ts';
import { libraryOf, sampleLibrary } from './sampleLibrary.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

async function textOf(
  name: string,
  args: unknown,
  library: StatementLibrary = sampleLibrary(),
  hiding: Hiding = 'identity',
  facts: Facts | null = NO_FACTS,
): Promise<string> {
  const tool = statementTools.find((one) => one.name === `casparser_${name}`);
  assert.ok(tool, name);
  return callTool(tool, args, { library, shown: shownHiding(hiding), facts });
}

async function call(...args: Parameters<typeof textOf>): Promise<Record<string, unknown>> {
  return JSON.parse(await textOf(...args)) as Record<string, unknown>;
}

/** Each tool with arguments that it answers. */
const questions: readonly (readonly [string, object])[] = [
  ['list_statements', {}],
  ['holdings', { closed: true }],
  ['transactions', {}],
  ['allocation', { by: 'account' }],
  ['allocation', { by: 'isin' }],
  ['gains', {}],
  ['compare', { other: 'nsdl.cas.json' }],
];

const needsStatement = (name: string) => name !== 'list_statements';

describe('What models can ask about parsed statements', () => {
  it('answers with the figures of the statement, INR as people write it, and what it does not say as null', async () => {
    const statement = 'cdsl.cas.json';
    const { statements } = await call('list_statements', {});
    const listed = (statements as Rows).find(({ value }) => value === '₹9,50,018.26');
    assert.partialDeepStrictEqual(listed, {
      kind: 'CDSL eCAS',
      from: '2026-08-01',
      to: '2026-08-31',
      investor: '••••',
      cost: '₹1,40,000.00',
      gain: '₹37,739.43',
    });
    const { holdings } = await call('holdings', { statement, query: 'industries' });
    assert.partialDeepStrictEqual((holdings as Rows)[0], {
      class: 'shares',
      name: 'EXAMPLE INDUSTRIES LIMITED - EQUITY SHARES',
      isin: 'INE000A01012',
      units: '60',
      value: '₹1,74,261.00',
      weight: '18.34\u00A0%',
      cost: null,
    });
    const { parts, value } = await call('allocation', { statement: listed?.statement });
    assert.equal((parts as Rows)[0]?.part, 'shares');
    assert.match(String(value), /^₹/u);
  });

  it('gives the return of less than a year as it is, and says that it is no yearly rate', async () => {
    const library = libraryOf({ 'month.cas.json': monthAnswer() });
    const answer = await call('holdings', { statement: 'month.cas.json' }, library);
    for (const figures of [answer, (answer.holdings as Rows)[0]])
      assert.partialDeepStrictEqual(figures, {
        return: '2.00\u00A0%',
        returnKind: 'absolute',
        returnDays: 30,
        xirr: '27.24\u00A0%',
      });
    const { holdings } = await call('holdings', { statement: 'cdsl.cas.json' });
    assert.partialDeepStrictEqual((holdings as Rows)[0], {
      return: null,
      returnIsNone: 'the statement does not say what was paid for it when',
    });
  });

  it('lists transactions by holding, text and day, the latest first', async () => {
    const statement = 'cams_kfintech.cas.json';
    const all = (await call('transactions', { statement })).transactions as Rows;
    const days = all.map(({ date }) => String(date));
    assert.deepEqual(days, days.toSorted().toReversed());
    const holding = all[0]?.holding;
    const one = (await call('transactions', { statement, holding })).transactions as Rows;
    assert.ok(one.length > 0 && one.length < all.length);
    const day = days.at(-1);
    const first = await call('transactions', { statement, from: day, to: day });
    assert.deepEqual(new Set((first.transactions as Rows).map(({ date }) => date)), new Set([day]));
  });

  it('estimates gains by year and, for a year, lot by lot, and says that it is no advice', async () => {
    const statement = 'cams_kfintech.cas.json';
    const found = await call('gains', { statement });
    assert.equal(found.caveat, 'An estimate, not tax advice.');
    const [year] = found.years as Rows;
    assert.ok(year, 'something was sold');
    const lots = await call('gains', { statement, year: year.year });
    assert.equal((lots.sold as Rows).length, year.lots);
    assert.deepEqual(year.taxable, [
      { section: 'Section 112A, Income-tax Act 1961', gain: '₹4,499.70', lots: 1 },
    ]);
    assert.deepEqual(year.exemption, { limit: '₹1,25,000.00', left: '₹1,20,500.30' });
  });

  it('estimates gains by what the user said of funds, or says that it does not know it', async () => {
    const statement = 'cams_kfintech.cas.json';
    const gainsBy = async (facts: Facts | null) =>
      call('gains', { statement }, sampleLibrary(), 'identity', facts);
    const isins = sampleText('cams_kfintech').matchAll(/"isin": "(INF\w{9})"/g);
    const kinds = new Map([...isins].map(([, isin = '']) => [isin, 'equity-oriented' as const]));
    const [, year] = (await gainsBy({ ...NO_FACTS, kinds })).years as Rows;
    assert.deepEqual(year?.taxable, [
      { section: 'Section 112A, Income-tax Act 1961', gain: '₹3,000.00', lots: 1 },
    ]);
    assert.match(String((await gainsBy(null)).caveat), /is not known here/);
  });

  it('compares two statements whichever comes first', async () => {
    const later = sampleText('cdsl');
    const library = libraryOf({
      'august.cas.json': later,
      'july.cas.json': later
        .replaceAll('"2026-08', '"2026-07')
        .replace('"value": 174261.0', '"value": 170000.0')
        .replace('950018.26', '945757.26'),
    });
    const compare = (statement: string, other: string) =>
      textOf('compare', { statement, other }, library);
    const one = await compare('july.cas.json', 'august.cas.json');
    assert.equal(one, await compare('august.cas.json', 'july.cas.json'));
    assert.partialDeepStrictEqual(JSON.parse(one), {
      change: '₹4,261.00',
      moneyIn: '−₹70.62',
      market: '₹4,331.62',
      // One share with another price, and three dividends: the rows add up to the sums.
      total: 4,
    });
  });

  it('says nothing by which anyone could be told, unless it may', async () => {
    const personal = personalOf(SAMPLES.map(sampleText));
    let told = '';
    for (const [name, args] of questions)
      for (const sample of SAMPLES) {
        const given = needsStatement(name) ? { statement: `${sample}.cas.json`, ...args } : args;
        const text = await textOf(name, given);
        const leaked = personal.filter((one) => text.includes(one));
        assert.deepEqual(leaked, [], `${name} of ${sample}`);
        told += await textOf(name, given, sampleLibrary(), 'nothing');
      }
    for (const one of ['Sample Investor', '1200000000000001']) assert.ok(told.includes(one), one);
  });

  it('takes what is personal out of the names of schemes, too', async () => {
    const text = sampleText('cdsl').replaceAll(
      'EXAMPLE INDUSTRIES LIMITED',
      'OF SAMPLE  INVESTOR FGHIJ5678K a@example.com 1200000000000001',
    );
    const held = await textOf(
      'holdings',
      { statement: 'x.cas.json', query: 'INE000A01012' },
      libraryOf({ 'x.cas.json': text }),
    );
    assert.match(held, /"name":"OF •••• •••• •••• •••• - EQUITY SHARES"/u);
  });

  it('hides amounts and units where the person hides them', async () => {
    for (const [name, args] of questions) {
      const given = needsStatement(name) ? { statement: 'cdsl.cas.json', ...args } : args;
      assert.doesNotMatch(await textOf(name, given, sampleLibrary(), 'everything'), /₹-?[\d]/u);
    }
  });

  it('answers little at once, however large the statement is', async () => {
    const library = libraryOf({
      'large.cas.json': JSON.stringify(largePortfolio({ schemes: 400, transactions: 3_000 })),
    });
    const statement = 'large.cas.json';
    for (const [name, args] of questions) {
      const given = { ...(needsStatement(name) && { statement }), ...args };
      const other = name === 'compare' ? { other: statement } : {};
      const text = await textOf(name, { ...given, ...other }, library);
      assert.ok(text.length < 20_000, `${name}: ${text.length} characters`);
    }
    const { pages, total } = await call('holdings', { statement }, library);
    assert.ok(Number(total) > 25);
    const last = await call('holdings', { statement, page: pages }, library);
    assert.ok((last.holdings as Rows).length > 0);
    await refused('holdings', { statement, page: Number(pages) + 1 }, /There are \d+ pages only/u);
    async function refused(name: string, args: object, says: RegExp) {
      await assert.rejects(textOf(name, args, library), (error) => {
        assert.ok(error instanceof ToolError);
        assert.match(error.message, says);
        return true;
      });
    }
  });

  it('says what to do about a call that it cannot answer', async () => {
    const table: readonly [string, unknown, RegExp][] = [
      ['holdings', { statement: 'none' }, /Call casparser_list_statements and use one of its ids/u],
      ['holdings', {}, /statement/u],
      ['holdings', { statement: 'cdsl.cas.json', pge: 2 }, /pge/u],
      ['allocation', { statement: 'cdsl.cas.json', by: 'colour' }, /"class"\|"issuer"/u],
      ['transactions', { statement: 'cdsl.cas.json', from: 'May' }, /from/u],
      ['transactions', { statement: 'cdsl.cas.json', holding: 'x' }, /casparser_holdings/u],
      ['gains', { statement: 'cams_kfintech.cas.json', year: '1999-00' }, /there are gains in/u],
      ['holdings', 'text', /arguments/u],
    ];
    for (const [name, args, says] of table)
      await assert.rejects(textOf(name, args), (error) => {
        assert.ok(error instanceof ToolError, name);
        assert.match(error.message, says);
        return true;
      });
    await assert.rejects(
      textOf('holdings', { statement: 'a' }, libraryOf({})),
      /Nothing has been parsed yet/u,
    );
  });

  it('takes no harm from a statement that means harm', async () => {
    for (const [what, text] of Object.entries(hostileAnswers())) {
      const library = libraryOf({ 'x.cas.json': text });
      if ((await library.read()).statements.length === 0) continue;
      for (const [name, args] of questions) {
        const given = needsStatement(name)
          ? { statement: 'x.cas.json', ...args, ...('other' in args && { other: 'x.cas.json' }) }
          : args;
        const said = await textOf(name, given, library, 'nothing');
        assert.doesNotMatch(said, /[\p{Cc}\p{Cf}]/u, `${what}: ${name}`);
        assert.ok(said.length < 20_000, `${what}: ${name}`);
      }
    }
  });

  it('says that there are statements which it does not read', async () => {
    const library = libraryOf({ 'x.cas.json': sampleText('cdsl') });
    const withMore: StatementLibrary = {
      read: async () => ({ ...(await library.read()), leftOut: 2 }),
    };
    const { notRead } = await call('list_statements', {}, withMore);
    assert.equal(notRead, '2 more, too large to be read here');
    const only: StatementLibrary = {
      read: () => Promise.resolve({ statements: [], leftOut: 1 }),
    };
    await assert.rejects(textOf('holdings', { statement: 'a' }, only), /too large/u);
  });

  it('answers nothing that would fill the memory of a model', async () => {
    const years = Array.from({ length: 4_000 }, (_, year) => String(2_000 + year));
    const transactions = years.flatMap((year) => [
      { date: `${year}-05-01`, type: 'PURCHASE', amount: 10, units: 1, nav: 10, balance: 1 },
      { date: `${year}-06-01`, type: 'REDEMPTION', amount: 11, units: -1, nav: 11, balance: 0 },
    ]);
    const scheme = { name: 'Fund', isin: 'INF000A01001', units: 0, transactions };
    const text = JSON.stringify({
      meta: { cas_type: 'CAMS_KFINTECH' },
      mutual_funds: [{ folio_number: '1', amc: 'A', schemes: [scheme] }],
    });
    const library = libraryOf({ 'x.cas.json': text });
    await assert.rejects(textOf('gains', { statement: 'x.cas.json' }, library), /one year/u);
    const year = await call('gains', { statement: 'x.cas.json', year: '2024-25' }, library);
    assert.equal(year.lots, 1);
  });

  it('lists a statement that is both kept and saved once, by the name of its file', async () => {
    const text = sampleText('cdsl');
    const library = libraryOf({ 'one.cas.json': text, 'two.cas.json': text });
    assert.equal((await call('list_statements', {}, library)).total, 1);
  });
});

/** Every text of the answers by which somebody could be told. */
function personalOf(texts: readonly string[]): string[] {
  const keys =
    /^(?:name|pan|email|address|mobile|cas_id|folio_number|bo_id|client_id|nominees?|pran|policy_number|life_assured|linked_pans)$/u;
  const found = new Set<string>();
  for (const text of texts)
    JSON.parse(text, function (this: unknown, key: string, value: unknown) {
      const isPerson = key !== 'name' || Object.hasOwn(this as object, 'pan');
      if (keys.test(key) && isPerson && typeof value === 'string' && value.length >= 4)
        found.add(value);
      return value;
    });
  return [...found];
}
