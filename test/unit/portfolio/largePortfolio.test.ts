import assert from 'node:assert/strict';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import { holdings } from '../../../src/portfolio/holdings.ts';
import { isClosed } from '../../../src/portfolio/holding.ts';
import { keptFields } from '../../../src/portfolio/keptFields.ts';
import type { Portfolio } from '../../../src/portfolio/model.ts';
import { accountTotals, folioValue, portfolioValue, sumOf } from '../../../src/portfolio/totals.ts';
import { signedUnits, unitsEffect } from '../../../src/portfolio/transactionType.ts';
import { largePortfolio, TYPICAL } from './largePortfolio.ts';
import { portfolioOf } from './samples.ts';

describe('the invented large portfolio', () => {
  const answer = largePortfolio(TYPICAL);
  const portfolio = portfolioOf(JSON.stringify(answer));
  const schemes = portfolio.folios.flatMap((folio) => folio.schemes);
  const transactions = schemes.flatMap((scheme) => scheme.transactions);

  it('is the same for the same seed, and another one for another seed', () => {
    assert.deepEqual(largePortfolio(TYPICAL), answer);
    assert.notDeepEqual(largePortfolio(TYPICAL, 2), answer);
  });

  it('has as many schemes and transactions as were asked for', () => {
    assert.equal(schemes.length, TYPICAL.schemes);
    assert.equal(transactions.length, TYPICAL.transactions);
    const odd = portfolioOf(JSON.stringify(largePortfolio({ schemes: 7, transactions: 100 })));
    const counts = odd.folios.flatMap((folio) =>
      folio.schemes.map((one) => one.transactions.length),
    );
    assert.deepEqual(counts, [14, 14, 14, 15, 14, 14, 15]);
  });

  it('is read with nothing left over', () => {
    assert.deepEqual(keptFields(portfolio), []);
  });

  it('has totals that are the sums of their parts', () => {
    equal(portfolio.summary.totalValue, sumOf(accountTotals(portfolio))?.value);
    equal(portfolioValue(portfolio)?.value, portfolio.summary.folios.value);
    equal(portfolio.summary.folios.count, Decimal.fromInteger(portfolio.folios.length));
    for (const folio of portfolio.folios) {
      equal(folioValue(folio)?.value, Decimal.sum(folio.schemes.map(({ value }) => known(value))));
    }
  });

  it('has values that are units times NAV, and gains that are value less cost', () => {
    for (const { units, nav, value, cost, gain } of schemes) {
      equal(value, known(units).times(known(nav)).round(2));
      equal(gain, known(value).minus(known(cost)));
    }
  });

  it('has balances that run from the opening to the closing units', () => {
    for (const scheme of schemes) {
      let balance = known(scheme.openUnits);
      for (const transaction of scheme.transactions) {
        balance = balance.plus(signedUnits(transaction) ?? Decimal.zero);
        equal(transaction.balance, balance);
      }
      equal(scheme.closeUnits, balance);
      equal(scheme.units, balance);
    }
  });

  it('has amounts that are units times NAV to half a thousandth of a unit', () => {
    for (const { units, nav, amount } of transactions) {
      if (!units || !nav || !amount) continue;
      const off = units.times(nav).minus(amount).abs();
      const most = nav.times(known(Decimal.parse('0.0005'))).plus(known(Decimal.parse('0.005')));
      assert.ok(off.compare(most) <= 0, `${off.toString()} of ${amount.toString()}`);
    }
  });

  it('has its dates in order and in the period', () => {
    const { from, to } = portfolio.statement;
    for (const scheme of schemes) {
      const dates = scheme.transactions.map(({ date }) => date ?? '');
      assert.deepEqual(dates, dates.toSorted());
      assert.ok((from ?? '') <= (dates[0] ?? '') && (dates.at(-1) ?? '') <= (to ?? ''));
    }
  });

  it('has all types of transactions, closed schemes, and units from before the statement', () => {
    const types = new Set(transactions.map(({ type }) => type));
    assert.equal(types.size, 16);
    for (const { type, units } of transactions) {
      if (unitsEffect(type) !== 'none') assert.ok(units?.sign, type);
    }
    const closed = schemes.filter(isClosed);
    assert.ok(closed.length > 0 && closed.length < schemes.length / 2);
    assert.ok(schemes.some(({ openUnits }) => openUnits?.sign === 1));
  });

  it('has each ISIN once', () => {
    assert.equal(new Set(schemes.map(({ isin }) => isin)).size, schemes.length);
    assert.equal(holdings(portfolio).length, schemes.length);
  });
});

type Figure = Portfolio['summary']['totalValue'];

function equal(one: Figure | undefined, other: Figure | undefined): void {
  assert.equal(one?.trimmed(0).toString(), other?.trimmed(0).toString());
  assert.ok(one);
}

function known(value: Decimal | null): Decimal {
  assert.ok(value);
  return value;
}
