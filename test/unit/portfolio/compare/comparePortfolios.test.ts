import assert from 'node:assert/strict';
import { comparePortfolios } from '../../../../src/portfolio/compare/comparePortfolios.ts';
import type { Comparison } from '../../../../src/portfolio/compare/comparePortfolios.ts';
import type { Decimal } from '../../../../src/portfolio/decimal.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { SAMPLES, samplePortfolio } from '../samples.ts';
import {
  demat,
  folio,
  FUND,
  held,
  JOINT_HOLDER,
  OTHER_FUND,
  row,
  statementOf,
  withScheme,
} from './statements.ts';

const MARCH = '2026-03-31';
const APRIL = '2026-04-30';

function onlyChange(earlier: Portfolio, later: Portfolio): Comparison['changes'][number] {
  const [change, ...others] = comparePortfolios(earlier, later).changes;
  if (!change || others.length > 0) throw new Error(`${others.length + 1} changes`);
  return change;
}

/** How the value of one scheme changed from March to April, as text. */
function splitOf(before: object | null, after: object | null): Readonly<Record<string, string>> {
  const { split } = onlyChange(withScheme(MARCH, before), withScheme(APRIL, after));
  if (!split) throw new Error('not split');
  if (split.basis === 'not-known') return { notKnown: split.because };
  const parts: Record<string, string> = {};
  for (const [name, amount] of Object.entries<Decimal>({ ...split.flow })) {
    if (amount.sign !== 0) parts[name] = amount.toString();
  }
  const { basis, money, market } = split;
  return { basis, ...parts, money: money.toString(), market: market.toString() };
}

describe('the change in value of a holding', () => {
  it('is money by the transactions after the earlier day until the later one, and the rest is market', () => {
    const transactions = [
      row('PURCHASE', MARCH, { units: 100, amount: 1000 }),
      row('PURCHASE', '2026-04-01', { units: 10, amount: 105.5 }),
      row('REDEMPTION', APRIL, { units: -4, amount: -44 }),
      row('PURCHASE', '2026-05-01', { units: 7, amount: 80 }),
    ];
    assert.deepEqual(splitOf(held(100, 1000), held(106, 1200, { transactions })), {
      basis: 'transactions',
      paidIn: '105.5',
      takenOut: '44',
      money: '61.5',
      market: '138.5',
    });
  });

  it('tells switches and paid out dividends from purchases and redemptions', () => {
    const transactions = [
      row('SWITCH_IN', '2026-04-02', { units: 10, amount: 100 }),
      row('SWITCH_OUT_MERGER', '2026-04-03', { units: -20, amount: -210 }),
      row('DIVIDEND_PAYOUT', '2026-04-04', { amount: 42, dividend_rate: 0.42 }),
    ];
    assert.deepEqual(splitOf(held(100, 1000), held(90, 950, { transactions })), {
      basis: 'transactions',
      dividends: '42',
      switchedIn: '100',
      switchedOut: '210',
      money: '-152',
      market: '102',
    });
  });

  it('counts no reinvested dividend, tax or stamp duty as money, and a reversed purchase not at all', () => {
    const transactions = [
      row('PURCHASE', '2026-04-02', { units: 10, amount: 100 }),
      row('STAMP_DUTY_TAX', '2026-04-02', { amount: 0.01 }),
      row('REVERSAL', '2026-04-03', { units: -10, amount: -100 }),
      row('DIVIDEND_REINVEST', '2026-04-04', { units: 2, amount: 20 }),
      row('TDS_TAX', '2026-04-04', { amount: 2 }),
      row('STT_TAX', '2026-04-04', { amount: 1 }),
      row('MISC', '2026-04-05'),
    ];
    assert.deepEqual(splitOf(held(100, 1000), held(102, 1030, { transactions })), {
      basis: 'transactions',
      money: '0',
      market: '30',
    });
  });

  it('is all market where units did not change and there is no transaction', () => {
    assert.deepEqual(splitOf(held(100, 1000), held(100, 990)), {
      basis: 'units-unchanged',
      money: '0',
      market: '-10',
    });
  });

  it('is estimated at the later price where units changed without a transaction', () => {
    assert.deepEqual(splitOf(held(100, 1000), held(150, 1650)), {
      basis: 'estimate',
      paidIn: '550.00',
      money: '550.00',
      market: '100.00',
    });
    assert.deepEqual(splitOf(held(150, 1500), held(100, 1100)), {
      basis: 'estimate',
      takenOut: '550.00',
      money: '-550.00',
      market: '150.00',
    });
  });

  it('is estimated for the units that the transactions leave unexplained', () => {
    const transactions = [row('PURCHASE', '2026-04-02', { units: 10, amount: 100 })];
    assert.deepEqual(splitOf(held(100, 1000), held(150, 1800, { transactions })), {
      basis: 'estimate',
      paidIn: '580.00',
      money: '580.00',
      market: '220.00',
    });
  });

  it('is estimated where a purchase has units and no amount: at its own price, otherwise at the later one', () => {
    const bought = (more: object) => [row('PURCHASE', '2026-04-02', { units: 10, ...more })];
    const split = (more: object) =>
      splitOf(held(100, 1000), held(110, 1320, { transactions: bought(more) }));
    assert.deepEqual(split({ nav: 10.25 }), {
      basis: 'estimate',
      paidIn: '102.50',
      money: '102.50',
      market: '217.50',
    });
    assert.equal(split({}).money, '120.00');
  });

  it('counts units that are given away at their worth, and not as money taken out', () => {
    const given = (more: object) => [
      row('REDEMPTION', '2026-04-02', {
        ...{ units: 20, description: 'Gifting of units-TO Folio No: 12345678901' },
        ...more,
      }),
    ];
    const split = (more: object) =>
      splitOf(held(100, 1000), held(80, 880, { transactions: given(more) }));
    const moved = { switchedOut: '205', money: '-205', market: '85' };
    assert.deepEqual(split({ amount: 205 }), { basis: 'transactions', ...moved });
    assert.deepEqual(split({ nav: 10.25 }), {
      basis: 'estimate',
      ...{ switchedOut: '205.00', money: '-205.00', market: '85.00' },
    });
  });

  it('is not known where units came without an amount and were not bought, as in a bonus', () => {
    const transactions = [row('MISC', '2026-04-02', { units: 50 })];
    assert.deepEqual(splitOf(held(25, 1000), held(75, 1050, { transactions })), {
      notKnown: 'rows-without-amount',
    });
  });

  it('is not known where a value is missing, or a price for what is gone', () => {
    assert.deepEqual(splitOf(held(100, null), held(100, 990)), { notKnown: 'no-value' });
    assert.deepEqual(splitOf(held(100, 1000), null), { notKnown: 'no-price' });
  });

  it('is not known between two statements of one day', () => {
    const { split } = onlyChange(
      withScheme(APRIL, held(100, 1000)),
      withScheme(APRIL, held(150, 1500)),
    );
    assert.deepEqual(split, { basis: 'not-known', because: 'same-day' });
  });

  it('is not known where the ISIN changed with the units: shares may have been split', () => {
    const share = (isin: string, units: number, value: number) =>
      demat('1200000000000001', [{ isin, name: 'EXAMPLE INDUSTRIES', units, value }]);
    const change = onlyChange(
      statementOf(MARCH, { demat: [share('INE000A01012', 10, 1000)] }),
      statementOf(APRIL, { demat: [share('INE000A01020', 50, 1100)] }),
    );
    assert.equal(change.status, 'changed');
    assert.deepEqual(change.split, { basis: 'not-known', because: 'new-isin' });
  });

  it('is priced from another account that holds the same ISIN when one account is empty', () => {
    const share = { isin: 'INE000A01012', name: 'EXAMPLE INDUSTRIES' };
    const { changes, totals } = comparePortfolios(
      statementOf(MARCH, {
        demat: [demat('1200000000000001', [{ ...share, units: 10, value: 1000 }])],
      }),
      statementOf(APRIL, {
        demat: [demat('1200000000000002', [{ ...share, units: 10, value: 1100 }])],
      }),
    );
    assert.deepEqual(
      changes.map(({ status, split }) => [status, split?.basis]),
      [
        ['removed', 'estimate'],
        ['added', 'estimate'],
      ],
    );
    assert.equal(totals.money.toString(), '0.00', 'moved from one to the other');
    assert.equal(totals.market.toString(), '100.00');
  });
});

describe('an account that the earlier statement does not list', () => {
  const share = { isin: 'INE000A01012', name: 'EXAMPLE INDUSTRIES', units: 10, value: 1100 };
  const before = statementOf(MARCH, { folios: [folio('1', [held(100, 1000)])] });
  const after = (more: object) =>
    comparePortfolios(
      before,
      statementOf(APRIL, { folios: [folio('1', [held(100, 1010)])], ...more }),
    );

  it('may have been held before: its value is not known to be money', () => {
    const { changes, totals, warnings } = after({ demat: [demat('1200000000000001', [share])] });
    assert.deepEqual(changes[1]?.split, { basis: 'not-known', because: 'account-not-listed' });
    const { money, market, notKnown, unknowns } = totals;
    assert.deepEqual([money, market, notKnown].map(String), ['0', '10', '1100']);
    assert.equal(unknowns, 1);
    assert.deepEqual(warnings, ['account-not-listed']);
  });

  it('is new where its transactions account for all it holds', () => {
    const transactions = [row('PURCHASE', '2026-04-02', { units: 5, amount: 50 })];
    const { changes, warnings } = after({
      folios: [folio('1', [held(100, 1010)]), folio('2', [held(5, 55, { transactions })])],
    });
    assert.equal(changes[1]?.split?.basis, 'transactions');
    assert.deepEqual(warnings, []);
  });

  it('is not one that is listed with nothing in it, or by another name of its AMC', () => {
    const listed = comparePortfolios(
      statementOf(MARCH, { folios: [folio('1', [])] }),
      statementOf(APRIL, { folios: [folio('1', [held(100, 1010)])] }),
    );
    assert.equal(listed.changes[0]?.split?.basis, 'estimate');
    const other = { ...OTHER_FUND, units: 1, value: 10 };
    const renamed = comparePortfolios(
      before,
      statementOf(APRIL, { folios: [folio('1', [held(100, 1010), other], 'Another Name')] }),
    );
    assert.equal(renamed.changes[1]?.split?.basis, 'estimate');
  });
});

describe('what became of a holding', () => {
  const status = (before: object | null, after: object | null) =>
    onlyChange(withScheme(MARCH, before), withScheme(APRIL, after)).status;

  it('is added, removed, changed or unchanged; closed is not held', () => {
    assert.equal(status(null, held(1, 10)), 'added');
    assert.equal(status(held(0, 0), held(1, 10)), 'added');
    assert.equal(status(held(1, 10), null), 'removed');
    assert.equal(status(held(1, 10), held(0, 0)), 'removed');
    assert.equal(status(held(1, 10), held(2, 10)), 'changed');
    assert.equal(status(held(1, 10), held(1, 11)), 'changed');
    assert.equal(status(held(1, 10), held(1, 10)), 'unchanged');
    assert.equal(status(held(0, 0), held(0, 0)), 'unchanged');
  });

  it('is changed where money moved, though units and value are what they were', () => {
    const transactions = [row('DIVIDEND_PAYOUT', '2026-04-04', { amount: 42 })];
    assert.equal(status(held(1, 10), held(1, 10, { transactions })), 'changed');
  });

  it('is counted as an estimate only where it is not called unchanged', () => {
    const transactions = [
      row('PURCHASE', '2026-04-02', { units: 1 }),
      row('REDEMPTION', '2026-04-03', { units: 1 }),
    ];
    const { changes, totals } = comparePortfolios(
      withScheme(MARCH, held(1, 10)),
      withScheme(APRIL, held(1, 10, { transactions })),
    );
    assert.equal(changes[0]?.status, 'unchanged');
    assert.equal(totals.estimates, 0);
  });

  it('is worth nothing when it is closed, even if the statement does not say so', () => {
    const { value } = onlyChange(withScheme(MARCH, held(1, 10)), withScheme(APRIL, held(0, null)));
    assert.equal(value.change?.toString(), '-10');
  });

  it('is opened and closed where all of it happened in between, with its gain', () => {
    const transactions = [
      row('PURCHASE', '2026-04-02', { units: 10, amount: 100 }),
      row('REDEMPTION', '2026-04-20', { units: -10, amount: -112 }),
    ];
    const after = held(0, 0, { transactions });
    assert.equal(status(null, after), 'opened-and-closed');
    assert.deepEqual(splitOf(null, after), {
      basis: 'transactions',
      paidIn: '100',
      takenOut: '112',
      money: '-12',
      market: '12',
    });
  });

  it('is told for policies, which have no value to split', () => {
    const policy = { policy_number: 'TEST-POL-0001', provider: 'Example Life' };
    const change = onlyChange(
      statementOf(MARCH, { policies: [] }),
      statementOf(APRIL, { policies: [policy] }),
    );
    assert.equal(change.status, 'added');
    assert.equal(change.split, null);
  });
});

describe('the totals of a comparison', () => {
  it('tell money, market, what is not known and what lies beyond the holdings', () => {
    const transactions = [row('PURCHASE', '2026-04-02', { units: 10, amount: 100 })];
    const before = statementOf(MARCH, {
      total: 1300,
      folios: [folio('1', [held(100, 1000), { ...OTHER_FUND, units: 5, value: 250 }])],
    });
    const after = statementOf(APRIL, {
      total: 1320,
      folios: [folio('1', [held(110, 1250, { transactions })])],
    });
    const { totals } = comparePortfolios(before, after);
    const { change, money, market, notKnown, elsewhere, unknowns, estimates } = totals;
    assert.deepEqual([change, money, market, notKnown, elsewhere].map(String), [
      '20',
      '100',
      '150',
      '-250',
      '20',
    ]);
    assert.deepEqual([unknowns, estimates], [1, 0]);
  });

  it('have no change where a statement has no value at all', () => {
    const { totals } = comparePortfolios(statementOf(MARCH, {}), withScheme(APRIL, held(1, 10)));
    assert.equal(totals.change, null);
    assert.equal(totals.elsewhere, null);
  });
});

describe('comparing a portfolio with itself', () => {
  for (const sample of SAMPLES) {
    it(`changes nothing in the ${sample} sample`, () => {
      const portfolio = samplePortfolio(sample);
      const { changes, totals, fields } = comparePortfolios(portfolio, samplePortfolio(sample));
      assert.deepEqual(new Set(changes.map(({ status }) => status)), new Set(['unchanged']));
      const { change, money, market, notKnown, elsewhere, unknowns } = totals;
      for (const figure of [change, money, market, notKnown, elsewhere]) {
        assert.equal(figure?.sign, 0);
      }
      assert.equal(unknowns, 0);
      assert.deepEqual(fields, []);
    });
  }
});

describe('two statements', () => {
  it('come in any order', () => {
    const before = withScheme(MARCH, held(1, 10));
    const after = withScheme(APRIL, held(2, 20));
    for (const comparison of [comparePortfolios(before, after), comparePortfolios(after, before)]) {
      assert.equal(comparison.earlier, before);
      assert.equal(comparison.later, after);
      assert.deepEqual(comparison.warnings, []);
      assert.equal(comparison.fields, null);
    }
  });

  it('are compared with a warning where something makes it less than it seems', () => {
    const march = withScheme(MARCH, held(1, 10));
    const warnings = (other: Portfolio) => comparePortfolios(march, other).warnings;
    assert.deepEqual(warnings(statementOf(APRIL, { investor: JOINT_HOLDER })), [
      'different-investors',
    ]);
    assert.deepEqual(warnings(statementOf(APRIL, { investor: {} })), ['investors-not-known']);
    assert.deepEqual(warnings(statementOf(APRIL, { kind: 'NSDL' })), ['different-kinds']);
    assert.deepEqual(warnings(statementOf(APRIL, { kind: null })), []);
    assert.deepEqual(warnings(statementOf('2026-02-30', {})), ['not-dated']);
    assert.deepEqual(warnings(statementOf(MARCH, {})), ['same-day']);
    assert.deepEqual(warnings(statementOf(APRIL, { from: '2026-04-01' })), []);
    assert.deepEqual(warnings(statementOf(APRIL, { from: '2026-04-02' })), ['period-between']);
  });

  it('say by what their investors are one', () => {
    const march = withScheme(MARCH, held(1, 10));
    const investors = (investor: object) =>
      comparePortfolios(march, statementOf(APRIL, { investor })).investors;
    assert.equal(investors({ name: 'Another Name', pan: 'abcde1234f' }), 'same-pan');
    assert.equal(investors({ name: 'SAMPLE INVESTOR' }), 'same-name');
  });
});

describe('a holding is found again', () => {
  const paired = (before: object, after: object) =>
    comparePortfolios(
      statementOf(MARCH, { folios: [before] }),
      statementOf(APRIL, { folios: [after] }),
    ).changes.map(({ status }) => status);

  it('with the AMC and the folio number written in another way', () => {
    const fund = [held(1, 10)];
    for (const other of [
      folio('9000000001/11', fund, 'EXAMPLE'),
      folio('009000000001', fund, 'Another Name of the AMC'),
      folio('9000000001 / 11', fund, null),
    ]) {
      assert.deepEqual(paired(folio('9000000001 / 11', fund), other), ['unchanged']);
    }
  });

  it('by its name where one statement prints no ISIN', () => {
    const nameless = {
      ...FUND,
      isin: null,
      name: `EXM01-${FUND.name} (Non-Demat)`,
      units: 1,
      value: 10,
    };
    assert.deepEqual(paired(folio('1', [held(1, 10)]), folio('1', [nameless])), ['unchanged']);
    assert.deepEqual(paired(folio('1', [nameless]), folio('1', [held(1, 10)])), ['unchanged']);
  });

  it('in its own folio, not in another one with the same ISIN', () => {
    const before = statementOf(MARCH, {
      folios: [folio('1', [held(1, 10)]), folio('2', [held(2, 20)])],
    });
    const after = statementOf(APRIL, {
      folios: [folio('2', [held(2, 20)]), folio('1', [held(1, 10)])],
    });
    const statuses = comparePortfolios(before, after).changes.map(({ status }) => status);
    assert.deepEqual(statuses, ['unchanged', 'unchanged']);
  });

  it('not under another name or ISIN', () => {
    const other = { ...OTHER_FUND, units: 1, value: 10 };
    const namesake = held(1, 10, { isin: OTHER_FUND.isin });
    assert.deepEqual(paired(folio('1', [held(1, 10)]), folio('1', [namesake])), [
      'removed',
      'added',
    ]);
    assert.deepEqual(paired(folio('1', [held(1, 10)]), folio('1', [other])), ['removed', 'added']);
    assert.deepEqual(paired(folio('1', [held(1, 10)]), folio('2', [held(1, 10)])), [
      'removed',
      'added',
    ]);
  });
});
