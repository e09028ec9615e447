import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparePortfolios } from '../../../../src/portfolio/compare/comparePortfolios.ts';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { folio, statementOf } from './statements.ts';

const TYPES = [
  'PURCHASE',
  'PURCHASE_SIP',
  'REDEMPTION',
  'SWITCH_IN',
  'SWITCH_OUT',
  'SWITCH_OUT_MERGER',
  'DIVIDEND_PAYOUT',
  'DIVIDEND_REINVEST',
  'SEGREGATION',
  'STAMP_DUTY_TAX',
  'MISC',
  'REVERSAL',
  'UNKNOWN',
];

const paise = fc.integer({ min: -5_000_000, max: 50_000_000 }).map((amount) => amount / 100);
const thousandths = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -1_000, max: 9_000_000 }).map((units) => units / 1000),
);

const transaction = fc.record({
  type: fc.constantFrom(...TYPES),
  date: fc.constantFrom('2026-03-31', '2026-04-01', '2026-04-15', '2026-04-30', '2026-05-01', null),
  units: fc.option(thousandths),
  amount: fc.option(paise),
  nav: fc.option(fc.constantFrom(10.5, 0)),
});

const scheme = fc.record({
  isin: fc.constantFrom('INF000D01B29', 'INF000D01E59', 'INF000D01F66', null),
  name: fc.constantFrom('Example Fund', 'Sample Fund', null),
  units: fc.option(thousandths),
  value: fc.option(paise),
  transactions: fc.array(transaction, { maxLength: 5 }),
});

const folios = fc.array(
  fc.record({
    number: fc.constantFrom('1', '2', '3 / 4'),
    schemes: fc.array(scheme, { maxLength: 4 }),
  }),
  { maxLength: 4 },
);

const statement = (day: string): fc.Arbitrary<Portfolio> =>
  fc
    .record({ folios, total: fc.option(paise, { nil: undefined }) })
    .map(({ folios: list, total }) =>
      statementOf(day, {
        folios: list.map(({ number, schemes }) => folio(number, schemes)),
        ...(total === undefined ? {} : { total }),
      }),
    );

const march = statement('2026-03-31');
const april = statement('2026-04-30');

describe('whatever two statements say', () => {
  it('each change in value is its money and its market, exactly', () => {
    let known = 0;
    fc.assert(
      fc.property(march, april, (earlier, later) => {
        for (const { split, value } of comparePortfolios(earlier, later).changes) {
          if (!split || split.basis === 'not-known') continue;
          known += 1;
          assert.ok(value.change?.equals(split.money.plus(split.market)));
          const { paidIn, takenOut, dividends, switchedIn, switchedOut } = split.flow;
          const out = Decimal.sum([takenOut, dividends, switchedOut]);
          assert.ok(split.money.equals(paidIn.plus(switchedIn).minus(out)));
        }
      }),
    );
    assert.ok(known > 100, `only ${known} splits were seen`);
  });

  it('the change of the total is money, market, what is not known and what is elsewhere', () => {
    fc.assert(
      fc.property(march, april, (earlier, later) => {
        const { totals, changes } = comparePortfolios(earlier, later);
        const { change, money, market, notKnown, elsewhere } = totals;
        if (!change || !elsewhere) return;
        assert.ok(change.equals(Decimal.sum([money, market, notKnown, elsewhere])));
        const held = Decimal.sum(changes.flatMap(({ value }) => value.change ?? []));
        assert.ok(held.equals(Decimal.sum([money, market, notKnown])));
      }),
    );
  });

  it('nothing changes between a statement and itself', () => {
    fc.assert(
      fc.property(april, (portfolio) => {
        const { changes, totals, fields } = comparePortfolios(portfolio, portfolio);
        for (const { status, value } of changes) {
          assert.equal(status, 'unchanged');
          assert.ok(!value.change?.sign);
        }
        assert.equal(totals.money.sign, 0);
        assert.equal(totals.market.sign, 0);
        assert.deepEqual(fields, []);
      }),
    );
  });

  it('every holding is there once', () => {
    fc.assert(
      fc.property(march, april, (earlier, later) => {
        const { changes } = comparePortfolios(earlier, later);
        const count = (portfolio: Portfolio) =>
          portfolio.folios.reduce((sum, { schemes }) => sum + schemes.length, 0);
        const sides = (side: 'earlier' | 'later') =>
          changes.flatMap(({ position }) => position[side] ?? []);
        assert.equal(new Set(sides('earlier')).size, count(earlier));
        assert.equal(new Set(sides('later')).size, count(later));
      }),
    );
  });

  it('the order of folios and schemes does not matter where each is listed once', () => {
    const distinct = fc
      .uniqueArray(scheme, { selector: ({ isin }) => isin, maxLength: 4 })
      .map((schemes) => schemes.filter(({ isin }) => isin !== null));
    fc.assert(
      fc.property(distinct, distinct, (before, after) => {
        const compare = (one: readonly object[], other: readonly object[]) => {
          const { totals, changes } = comparePortfolios(
            statementOf('2026-03-31', { folios: [folio('1', one)] }),
            statementOf('2026-04-30', { folios: [folio('1', other)] }),
          );
          const statuses = changes.map(({ status }) => status).sort();
          return [statuses, totals.money, totals.market, totals.notKnown].map(String);
        };
        assert.deepEqual(compare(before, after), compare(before.toReversed(), after.toReversed()));
      }),
    );
  });
});
