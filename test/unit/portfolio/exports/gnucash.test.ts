import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { activityFileOf } from '../../../../src/portfolio/exports/activities/activityFileOf.ts';
import { selectionOf } from '../../../../src/portfolio/exports/selection.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { largePortfolio } from '../largePortfolio.ts';
import { SAMPLES, portfolioOf, samplePortfolio } from '../samples.ts';
import { arbitraryAnswer } from './arbitraryAnswer.ts';
import { bookkept, plain } from './bookkept.ts';
import type { Bookkept, Money } from './bookkept.ts';
import { hasGnucash, importIntoGnucash, reasonToSkip } from './gnucash.ts';
import type { GnucashSplit } from './gnucash.ts';
import { movingPortfolio } from './movingPortfolio.ts';

function qifOf(portfolio: Portfolio): string {
  const selection = selectionOf(portfolio, {});
  assert.ok(selection);
  return activityFileOf('qif', selection, false).text;
}

/** The ISINs by the names that the file gives to the securities. */
function symbolsIn(qif: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(qif.matchAll(/^!Type:Security\nN(.*)\nS(.*)$/gm), ([, name = '', isin = '']) => [
      name,
      isin,
    ]),
  );
}

function securitiesOf(splits: readonly GnucashSplit[], qif: string): Map<string, Bookkept> {
  const symbols = symbolsIn(qif);
  const accounts = new Set(
    Array.from(qif.matchAll(/^!Account\nN(.*)$/gm), ([, name = '']) => name),
  );
  const bySymbol = Map.groupBy(splits, ({ account }) => {
    const [holder = '', ...names] = account.split(':');
    return accounts.has(holder) ? symbols.get(names.join(':')) : undefined;
  });
  bySymbol.delete(undefined);
  return new Map(
    [...bySymbol].map(([symbol = '', of]) => [
      symbol,
      {
        units: plain(Decimal.sum(of.map(({ amount }) => amount))),
        came: plain(
          Decimal.sum(of.map(({ amount, value }) => (amount.sign > 0 ? value : Decimal.zero))),
        ),
        went: plain(
          Decimal.sum(
            of.map(({ amount, value }) => (amount.sign < 0 ? value.negated() : Decimal.zero)),
          ),
        ),
      },
    ]),
  );
}

function moneyOf(splits: readonly GnucashSplit[]): Money {
  const under = (beginning: string) =>
    Decimal.sum(
      splits.filter(({ account }) => account.startsWith(beginning)).map(({ value }) => value),
    );
  return {
    charges: plain(under('Expenses:Commissions:')),
    dividends: plain(under('Income:Dividends:').negated()),
    kept: plain(under('Tax deducted at source')),
    bank: plain(under('Bank')),
  };
}

describe(`QIF, read by GnuCash itself${reasonToSkip()}`, function () {
  before(function () {
    if (!hasGnucash()) this.skip();
  });

  it('has the units, costs and money of the page to the paisa, whatever happened to them', () => {
    const portfolios = Array.from({ length: 60 }, (_, seed) =>
      portfolioOf(JSON.stringify(movingPortfolio(seed + 1))),
    );
    const files = portfolios.map(qifOf);
    const imported = importIntoGnucash(files);
    for (const [index, portfolio] of portfolios.entries()) {
      const splits = imported[index] ?? [];
      const expected = bookkept(portfolio);
      const file = files[index] ?? '';
      assert.deepEqual(securitiesOf(splits, file), expected.securities, `portfolio ${index + 1}`);
      assert.deepEqual(moneyOf(splits), expected.money, `portfolio ${index + 1}`);
      // Every transaction adds up to nothing, so that nothing is put on an account of its own making.
      assert.equal(plain(Decimal.sum(splits.map(({ value }) => value))), '0');
      assert.ok(splits.every(({ account }) => !/imbalance|orphan|unspecified/i.test(account)));
    }
  });

  it('has the units of the sample answers and a large one', () => {
    const large = portfolioOf(JSON.stringify(largePortfolio({ schemes: 24, transactions: 1_200 })));
    const portfolios = [...SAMPLES.map(samplePortfolio), large];
    const files = portfolios.map(qifOf);
    for (const [index, splits] of importIntoGnucash(files).entries()) {
      const portfolio = portfolios[index];
      assert.ok(portfolio);
      const read = securitiesOf(splits, files[index] ?? '');
      const printed = bookkept(portfolio).securities;
      assert.ok(read.size > 0);
      for (const [isin, { units }] of read) assert.equal(units, printed.get(isin)?.units, isin);
    }
  });

  it('is taken whatever the answer has in it', () => {
    const answers = fc.sample(arbitraryAnswer, { numRuns: 30, seed: 7 });
    const files = answers
      .map((answer) => qifOf(portfolioOf(JSON.stringify(answer))))
      .filter((file) => file !== '');
    assert.ok(files.length > 10);
    assert.equal(importIntoGnucash(files).length, files.length);
  });
});
