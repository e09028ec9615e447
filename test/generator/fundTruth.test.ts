import assert from 'node:assert/strict';

import { planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { hasValidCheckDigit } from '../fixtures/statementsGenerator/isin.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import type { TrueScheme, Truth } from '../fixtures/statementsGenerator/truth.ts';
import { differenceInPaise, scaledBy } from './exactSums.ts';

const detailed = ['cams-detailed', 'kfin-detailed'] as const;
const seeds = Array.from({ length: 40 }, (_, index) => index);

describe('statements generator: the truth of a detailed statement', () => {
  it('runs each balance from its opening to its closing units', () => {
    forEachTruth(({ mutual_funds }) => {
      for (const scheme of mutual_funds.flatMap(({ schemes }) => schemes)) {
        assert.equal(runBalance(scheme), scaledBy(scheme.units, 4));
        assert.equal(scheme.additional_info.close_units, scheme.units);
      }
    });
  });

  it('values units at their NAV', () => {
    forEachTruth(({ mutual_funds }) => {
      for (const { units, nav, value } of mutual_funds.flatMap(({ schemes }) => schemes)) {
        assert.ok(differenceInPaise(units, nav, value) <= 0.5);
      }
    });
  });

  it('pays units times NAV in each row that prints the three', () => {
    forEachTruth(({ mutual_funds }) => {
      const rows = mutual_funds.flatMap(({ schemes }) => schemes.flatMap((s) => s.transactions));
      for (const { units, nav, amount } of rows) {
        if (units === null || nav === null || amount === null) continue;
        // Units are rounded to 1/1000, so an amount is known to half of that at the NAV.
        const tolerance = Number(nav) * 0.05 + 0.5;
        assert.ok(differenceInPaise(units, nav, amount) <= tolerance);
      }
    });
  });

  it('adds up from schemes to folios to the statement', () => {
    forEachTruth(({ mutual_funds, summary }) => {
      for (const { value, schemes } of mutual_funds) assert.equal(sum(schemes), scaledBy(value, 2));
      assert.equal(sum(mutual_funds), scaledBy(summary.total_value, 2));
      assert.equal(summary.accounts.mutual_funds.count, mutual_funds.length);
    });
  });

  it('keeps the days of each scheme in order and inside the period', () => {
    forEachTruth(({ mutual_funds, meta }) => {
      for (const { transactions } of mutual_funds.flatMap(({ schemes }) => schemes)) {
        const days = transactions.map(({ date }) => date);
        assert.deepEqual(days, days.toSorted());
        assert.ok(days.every((day) => day >= meta.statement_period.from));
        assert.ok(days.every((day) => day <= meta.statement_period.to));
      }
    });
  });

  it('has ISINs with right check digits, unless wrong ones are wanted', () => {
    const valid = (wrongCheckDigit: boolean): boolean[] =>
      planStatement('cams-detailed', 1, { wrongCheckDigit })
        .truth.mutual_funds.flatMap(({ schemes }) => schemes)
        .map(({ isin }) => hasValidCheckDigit(isin ?? ''));
    assert.ok(valid(false).every((right) => right));
    assert.ok(valid(true).every((right) => !right));
  });
});

function forEachTruth(check: (truth: Truth) => void): void {
  for (const kind of detailed) {
    // Rows that are printed in another order have their days and balances in another order, too.
    for (const seed of seeds)
      check(planStatement(kind, seed, { ...randomOptions(seed), rowOrder: 'byDay' }).truth);
  }
}

function runBalance({ additional_info, transactions }: TrueScheme): bigint {
  let balance = scaledBy(additional_info.open_units ?? '', 4);
  for (const { units, balance: printed } of transactions) {
    if (units === null) continue;
    balance += scaledBy(units, 4);
    assert.equal(scaledBy(printed ?? '', 4), balance);
  }
  return balance;
}

function sum(items: readonly { readonly value: string }[]): bigint {
  return items.reduce((total, { value }) => total + scaledBy(value, 2), 0n);
}
