import assert from 'node:assert/strict';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { NO_FACTS, placeKey } from '../../../../src/portfolio/facts/facts.ts';
import { exported } from './exported.ts';

const ISIN = 'INF000D01B29';
const ACCOUNT = 'Assets:MutualFunds:Example-AMC:123-4';

interface Row {
  readonly date: string;
  readonly type: string;
  readonly units?: number;
  readonly amount?: number;
  readonly nav?: number;
}

/** The entries of a beancount journal of one scheme, with the lines of each. */
function entries(transactions: readonly Row[], scheme: object = {}): string[] {
  return beancount(transactions, scheme)
    .split('\n\n')
    .filter((block) => /^\d{4}-\d\d-\d\d \*/.test(block));
}

function beancount(transactions: readonly Row[], scheme: object = {}): string {
  return exported(answer(transactions, scheme), { format: 'beancount' });
}

function answer(transactions: readonly Row[], scheme: object): object {
  return {
    meta: { cas_type: 'CAMS_KFINTECH', statement_period: { from: '2020-04-01', to: '2025-03-31' } },
    mutual_funds: [
      {
        amc: 'Example AMC',
        folio_number: '123 / 4',
        schemes: [{ isin: ISIN, name: 'Example Fund', transactions, ...scheme }],
      },
    ],
  };
}

function decimal(text: string): Decimal {
  const number = Decimal.parse(text);
  assert.ok(number);
  return number;
}

/** A beancount journal of schemes of one folio without ISINs. */
function schemes(all: readonly object[]): string {
  const folio = { amc: 'Example AMC', folio_number: '123 / 4', schemes: all };
  return exported({ ...answer([], {}), mutual_funds: [folio] }, { format: 'beancount' });
}

function merged(date: string): string {
  return schemes([
    {
      ...whole(0),
      name: 'Old Fund',
      transactions: [bought, { date, type: 'SWITCH_OUT_MERGER', units: -100, amount: -1500 }],
    },
    {
      ...whole(50),
      name: 'New Fund',
      transactions: [{ date, type: 'SWITCH_IN_MERGER', units: 50, amount: 1500 }],
    },
  ]);
}

/** A scheme whose every purchase is shown, and what it closes with. */
function whole(units: number): object {
  return { units, additional_info: { open_units: 0 } };
}

const bought = { date: '2021-01-05', type: 'PURCHASE', units: 100, amount: 1000 };

describe('a journal', () => {
  it('posts a purchase at its cost, in the parts in which it is sold, and a sale out of the units held longest', () => {
    const sold = { date: '2022-01-05', type: 'REDEMPTION', units: -40, amount: -600 };
    assert.deepEqual(entries([bought, sold], whole(60)), [
      `2021-01-05 * "Example Fund" "Purchase"\n  ${ACCOUNT}  40 ${ISIN} {{400.00 INR}}\n  ${ACCOUNT}  60 ${ISIN} {{600.00 INR}}\n  Assets:Bank  -1000.00 INR`,
      `2022-01-05 * "Example Fund" "Redemption"\n  ${ACCOUNT}  -40 ${ISIN} {{400.00 INR, 2021-01-05}} @@ 600.00 INR\n  Assets:Bank  600.00 INR\n  Income:CapitalGains  -200.00 INR`,
    ]);
  });

  it('works no gain out for opening units, of which the cost is not known', () => {
    const sold = { date: '2022-01-05', type: 'REDEMPTION', units: -40, amount: -600 };
    const written = entries([bought, sold], { units: 67.5, additional_info: { open_units: 7.5 } });
    assert.deepEqual(written, [
      `2020-04-01 * "Example Fund" "Opening units"\n  ${ACCOUNT}  7.5 ${ISIN}\n  Equity:Opening-Balances  -7.5 ${ISIN}`,
      `2021-01-05 * "Example Fund" "Purchase"\n  ${ACCOUNT}  32.5 ${ISIN} {{325.00 INR}}\n  ${ACCOUNT}  67.5 ${ISIN} {{675.00 INR}}\n  Assets:Bank  -1000.00 INR`,
      [
        '2022-01-05 * "Example Fund" "Redemption"',
        '  note: "no gain is worked out for 7.5 units: the statement does not say what they cost"',
        `  ${ACCOUNT}  -32.5 ${ISIN} {{325.00 INR, 2021-01-05}} @@ 487.50 INR`,
        `  ${ACCOUNT}  -7.5 ${ISIN}`,
        `  Equity:Unvalued  7.5 ${ISIN}`,
        '  Assets:Bank  600.00 INR',
        '  Income:CapitalGains  -162.50 INR',
        '  Equity:Unvalued  -112.50 INR',
      ].join('\n'),
    ]);
  });

  it('posts at total prices where more is sold than was bought', () => {
    const sold = { date: '2022-01-05', type: 'REDEMPTION', units: -101, amount: -600 };
    assert.doesNotMatch(beancount([bought, sold], whole(-1)), /\{/);
  });

  it('leaves out a purchase that was reversed, with the reversal, and says so', () => {
    const second = { date: '2021-02-05', type: 'PURCHASE_SIP', units: 90, amount: 990 };
    const reversed = { date: '2021-02-07', type: 'REVERSAL', units: 90, amount: 990 };
    const written = beancount([bought, second, reversed], whole(100));
    assert.equal(written.match(/^\d{4}-\d\d-\d\d \*/gm)?.length, 1);
    assert.match(
      written,
      /^; 2021-02-05 Example Fund: SIP purchase \(not posted: .*Reversal undoes/m,
    );
    assert.match(
      written,
      /^; 2021-02-07 Example Fund: Reversal \(not posted, nor is the purchase/m,
    );
  });

  it('says where it cannot be told which units were sold', () => {
    const unmatched = { date: '2021-01-07', type: 'REVERSAL', units: 30, amount: 300 };
    const written = beancount([bought, unmatched], whole(70));
    assert.doesNotMatch(written, /\{/);
    assert.match(written, /^; 2020-04-01 Example Fund: the statement does not tell which units/m);
  });

  it('lets switches pass through an account of their own, and reinvests dividends from income', () => {
    const [out = '', reinvested = ''] = entries([
      { date: '2021-03-05', type: 'SWITCH_IN', units: 10, amount: 100 },
      { date: '2021-04-05', type: 'DIVIDEND_REINVEST', units: 1, amount: 9.5 },
    ]);
    assert.match(out, /\n {2}Assets:Switches {2}-100.00 INR$/);
    assert.match(reinvested, /\n {2}Income:Dividends {2}-9.50 INR$/);
  });

  it('posts taxes and dividends as they are printed', () => {
    const written = entries([
      { date: '2021-03-05', type: 'STAMP_DUTY_TAX', amount: 0.25 },
      { date: '2021-03-06', type: 'STT_TAX', amount: 0.01 },
      { date: '2021-03-07', type: 'TDS_TAX', amount: 42 },
      { date: '2021-03-08', type: 'DIVIDEND_PAYOUT', amount: -420 },
    ]);
    assert.deepEqual(
      written.map((entry) => entry.split('\n').slice(1).join('')),
      [
        '  Expenses:Taxes:StampDuty  0.25 INR  Assets:Bank  -0.25 INR',
        '  Expenses:Taxes:STT  0.01 INR  Assets:Bank  -0.01 INR',
        '  Expenses:Taxes:TDS  42.00 INR  Assets:Bank  -42.00 INR',
        '  Assets:Bank  420.00 INR  Income:Dividends  -420.00 INR',
      ],
    );
  });

  it('takes charges from where the money was, also where no lots can be told', () => {
    const written = entries([
      { date: '2021-03-05', type: 'SWITCH_IN', units: 10, amount: 100 },
      { date: '2021-03-05', type: 'STAMP_DUTY_TAX', amount: 0.01 },
      { date: '2021-03-06', type: 'SWITCH_OUT', units: -10, amount: -110 },
      { date: '2021-03-06', type: 'STT_TAX', amount: 0.02 },
      { date: '2021-03-07', type: 'DIVIDEND_REINVEST', units: 1, amount: 9 },
      { date: '2021-03-07', type: 'TDS_TAX', amount: 1 },
      { date: '2021-03-08', type: 'TDS_TAX', amount: 2 },
    ]);
    assert.deepEqual(
      written.filter((entry) => entry.includes('Taxes')).map((entry) => entry.split('\n  ')[2]),
      [
        'Assets:Switches  -0.01 INR',
        'Assets:Switches  -0.02 INR',
        'Income:Dividends  -1.00 INR',
        'Assets:Bank  -2.00 INR',
      ],
    );
  });

  it('puts stamp duty into the cost, and takes STT and TDS off what a sale brought', () => {
    const [purchase = '', sale = ''] = entries(
      [
        bought,
        { date: '2021-01-05', type: 'STAMP_DUTY_TAX', amount: 0.05 },
        { date: '2022-01-05', type: 'REDEMPTION', units: -100, amount: -1200 },
        { date: '2022-01-05', type: 'STT_TAX', amount: 0.01 },
        { date: '2022-01-05', type: 'TDS_TAX', amount: 30 },
      ],
      whole(0),
    );
    assert.match(purchase, /\{\{1000.05 INR\}\}\n {2}Assets:Bank {2}-1000.05 INR$/);
    assert.deepEqual(sale.split('\n  ').slice(2), [
      'Assets:Bank  1169.99 INR',
      'Expenses:Taxes:STT  0.01 INR',
      'Expenses:Taxes:TDS  30.00 INR',
      'Income:CapitalGains  -199.95 INR',
    ]);
  });

  const bonus = { date: '2021-06-05', type: 'PURCHASE', units: 50, amount: 0, nav: 9 };

  it('has bonus units at no cost and no money', () => {
    const rows = [bought, { ...bonus, description: 'Bonus Units 1:2' }];
    const lot = `${ACCOUNT}  50 ${ISIN} {{0.00 INR}}`;
    assert.equal(entries(rows, whole(150))[1]?.split('\n  ').slice(1).join(), lot);
    const total = `${ACCOUNT}  50 ${ISIN} @@ 0.00 INR`;
    assert.equal(entries(rows)[1]?.split('\n  ').slice(1).join(), total);
    const hledger = exported(answer(rows, whole(150)), { format: 'hledger' });
    assert.match(hledger, /Bonus Units 1:2\n {4}\S+ {2}50 "INF000D01B29" @@ 0.00 INR\n\n/);
  });

  it('moves the lots of a merger with cost and date, at no gain', () => {
    const both = merged('2022-03-01');
    assert.match(
      both,
      / {2}-100 OLD-FUND \{\{1000.00 INR, 2021-01-05\}\}\n {2}Assets:Switches {2}1500.00/,
    );
    assert.match(
      both,
      / {2}50 NEW-FUND \{\{1000.00 INR, 2021-01-05\}\}\n {2}Assets:Switches {2}-1500.00/,
    );
    assert.doesNotMatch(both, /^ .*CapitalGains/m);
  });

  it('has what only the owner knows: the cost of a gift, and an exit load', () => {
    const given = { date: '2021-06-05', type: 'PURCHASE', units: 50, amount: 0 };
    const rows = [
      { ...given, description: 'Transmission of Units' },
      { date: '2022-01-05', type: 'REDEMPTION', units: -50, amount: -900 },
    ];
    const folio = '123 / 4';
    const lot = { acquired: '2019-05-05', units: decimal('50'), cost: decimal('700') };
    const key = (date: string) => placeKey({ folio, isin: ISIN, date });
    const facts = {
      ...NO_FACTS,
      previousLots: new Map([[key('2021-06-05'), [lot]]]),
      exitLoads: new Map([[key('2022-01-05'), decimal('9')]]),
    };
    const told = exported(answer(rows, whole(0)), { format: 'beancount', facts });
    assert.match(
      told,
      / {2}50 INF000D01B29 \{\{700.00 INR, 2019-05-05\}\}\n {2}Equity:Carried-Over/,
    );
    assert.match(
      told,
      /@@ 891.00 INR\n {2}Assets:Bank {2}891.00 INR\n {2}Income:CapitalGains {2}-191.00/,
    );
    const untold = beancount(rows, whole(0));
    assert.match(untold, / {2}50 INF000D01B29\n {2}Equity:Unvalued {2}-50 INF000D01B29/);
    assert.doesNotMatch(untold, /^ .*CapitalGains/m);
  });

  it('splits the cost of a segregated portfolio off, and keeps its date', () => {
    const date = '2022-03-01';
    const journal = schemes([
      {
        ...whole(100),
        name: 'Main Fund',
        transactions: [bought, { date, type: 'SEGREGATION', nav: 9 }],
      },
      {
        ...whole(100),
        name: 'Side Fund',
        transactions: [{ date, type: 'SEGREGATION', units: 100, nav: 1 }],
      },
    ]);
    assert.match(
      journal,
      / {2}100 MAIN-FUND \{\{900.00 INR, 2021-01-05\}\}\n {2}Equity:Carried-Over {2}100.00/,
    );
    assert.match(
      journal,
      / {2}100 SIDE-FUND \{\{100.00 INR, 2021-01-05\}\}\n {2}Equity:Carried-Over {2}-100.00/,
    );
  });

  it('lets IDCW pass through the account of the fund, where hledger roi looks for it', () => {
    const paid = { date: '2021-03-08', type: 'DIVIDEND_PAYOUT', amount: 420 };
    const through = `    ${ACCOUNT}  420.00 INR\n    ${ACCOUNT}  -420.00 INR\n`;
    assert.ok(exported(answer([paid], {}), { format: 'hledger' }).includes(through));
    const told = answer([bought, paid], whole(100));
    assert.ok(exported(told, { format: 'hledger' }).includes(through));
  });

  it('says that an amount is an estimate where only a NAV is printed', () => {
    const [entry] = entries([{ date: '2021-03-05', type: 'PURCHASE', units: 3, nav: 10.1234 }]);
    assert.match(entry ?? '', /\n {2}note: "estimate, units times NAV[^"]*"\n.* @@ 30.37 INR\n/);
  });

  it('posts units that have no amount against an account of their own', () => {
    const [entry] = entries([{ date: '2021-03-05', type: 'SEGREGATION', units: 3 }]);
    assert.match(entry ?? '', new RegExp(`${ACCOUNT}  3 ${ISIN}\n  Equity:Unvalued  -3 ${ISIN}$`));
  });

  const unposted: [string, Row, string][] = [
    ['a day that does not exist', { ...bought, date: '2021-02-30' }, 'no such day as 2021-02-30'],
    ['money without units', { date: '2021-03-05', type: 'MISC', amount: 5 }, '5.00 INR without'],
    ['no money and no units', { date: '2021-03-05', type: 'MISC' }, 'no units move'],
    ['a negative tax', { date: '2021-03-05', type: 'STT_TAX', amount: -5 }, 'a negative tax'],
    ['absurd figures', { ...bought, amount: 1e30 }, 'more digits'],
  ];
  for (const [what, row, why] of unposted)
    it(`makes a comment of a transaction with ${what}`, () => {
      assert.deepEqual(entries([row]), []);
      const comment = new RegExp(`^; .*Example Fund: .*\\(not posted: .*${why}`, 'm');
      assert.match(beancount([row]), comment);
      assert.match(exported(answer([row], {}), { format: 'ledger' }), comment);
    });

  it('begins with what the statement closes with where there are no transactions, at its cost', () => {
    assert.deepEqual(entries([], { units: 12.5, cost: 1000 }), [
      `2025-03-31 * "Example Fund" "Held on this day"\n  ${ACCOUNT}  12.5 ${ISIN} {{1000.00 INR}}\n  Equity:Opening-Balances  -1000.00 INR`,
    ]);
  });

  it('works opening units out where they are not printed, and says that it is an estimate', () => {
    const [opening] = entries([bought], { units: 130 });
    assert.match(opening ?? '', new RegExp(`note: "estimate[^"]*"\n  ${ACCOUNT}  30 ${ISIN}`));
  });

  it('asserts the closing units only where the entries lead to them', () => {
    const asserted = new RegExp(`^2025-04-01 balance ${ACCOUNT} 100 `, 'm');
    assert.match(beancount([bought], whole(100)), asserted);
    const other = beancount([bought], whole(100.001));
    assert.doesNotMatch(other, / balance /);
    assert.match(other, /; 2025-03-31 .*leave 100 units, the statement closes with 100.001/);
  });

  it('has the NAV of the statement’s last day, and says where it is worked out', () => {
    const priced = beancount([], { units: 2, value: 21, nav: 10.5 });
    assert.match(priced, new RegExp(`2025-03-31 price ${ISIN} 10.5 INR\n$`));
    const computed = beancount([], { units: 2, value: 21 });
    assert.match(computed, new RegExp(`price ${ISIN} 10.50 INR\n  note: "estimate[^"]*"\n$`));
  });

  it('puts answers that begin with the newest row into order, within a day too', () => {
    const sold = { date: '2021-01-05', type: 'REDEMPTION', units: -100, amount: -1000 };
    const newest = { date: '2022-01-05', type: 'PURCHASE', units: 1, amount: 10 };
    const written = entries([newest, sold, bought], whole(1));
    assert.deepEqual(
      written.map((entry) => /"([^"]+)"\n/.exec(entry)?.[1]),
      ['Purchase', 'Redemption', 'Purchase'],
    );
    assert.match(written[1] ?? '', /-100 .*\{\{1000.00 INR, 2021-01-05\}\}/);
  });

  it('keeps apart what the statement keeps apart, however alike the names are', () => {
    const fund = (name: string) => ({ name, units: 1 });
    const folio = (folio_number: string) => ({
      amc: 'A',
      folio_number,
      schemes: [fund('Fund X!'), fund('Fund X'), fund('Fund X')],
    });
    const journal = exported(
      { ...answer([], {}), mutual_funds: [folio('1/2'), folio('1-2')] },
      { format: 'beancount' },
    );
    const held = [...journal.matchAll(/^ {2}(Assets:\S+) {2}1 (\S+)$/gm)].map(
      ([, account = '', symbol = '']) => `${account} ${symbol}`,
    );
    assert.deepEqual(held, [
      'Assets:MutualFunds:A:1-2 FUND-X',
      'Assets:MutualFunds:A:1-2 FUND-X-2',
      'Assets:MutualFunds:A:1-2-2 FUND-X-2',
      'Assets:MutualFunds:A:1-2-2 FUND-X',
      'Assets:MutualFunds:A:1-2-2-2 FUND-X-2',
      'Assets:MutualFunds:A:1-2-2-3 FUND-X-2',
    ]);
  });

  it('has a price in as many decimals as give the value back', () => {
    const account = { dp_name: 'Example DP', holdings: {} };
    const equities = [{ isin: 'INE000A01012', name: 'Shares', units: 12_345, value: 876_543.21 }];
    const journal = exported(
      {
        ...answer([], {}),
        mutual_funds: [],
        demat_accounts: [{ ...account, holdings: { equities } }],
      },
      { format: 'ledger' },
    );
    const [, price = ''] = /^P .* (\S+) INR$/m.exec(journal) ?? [];
    assert.equal((12_345 * Number(price)).toFixed(2), '876543.21');
  });

  it('has the last NAV of a closed scheme of which none is printed', () => {
    const sold = { date: '2022-01-05', type: 'REDEMPTION', units: -100, amount: -1200, nav: 12 };
    assert.match(beancount([bought, sold], whole(0)), /^2022-01-05 price INF000D01B29 12 INR$/m);
  });

  it('says when it is sample data', () => {
    const journal = exported(answer([], {}), { format: 'hledger', sample: true });
    assert.match(journal, /^; Sample data/);
  });
});
