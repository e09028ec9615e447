import assert from 'node:assert/strict';

import { planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { hasValidCheckDigit } from '../fixtures/statementsGenerator/isin.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import type { TrueHolding, Truth } from '../fixtures/statementsGenerator/truth.ts';
import { differenceInPaise, scaledBy } from './exactSums.ts';

const seeds = Array.from({ length: 40 }, (_, index) => index);

describe('statements generator: the truth of an eCAS', () => {
  it('adds up from holdings to accounts to the statement', () => {
    forEachTruth(({ demat_accounts, mutual_funds, nps, summary }) => {
      for (const account of demat_accounts) {
        const holdings = Object.values(account.holdings).flat();
        assert.equal(sum(holdings), scaledBy(account.value, 2));
      }
      for (const { funds, value } of nps) assert.equal(sum(funds), scaledBy(value, 2));
      const { accounts, total_value } = summary;
      assert.equal(sum(demat_accounts), scaledBy(accounts.demat.total_value, 2));
      assert.equal(sum(mutual_funds), scaledBy(accounts.mutual_funds.total_value, 2));
      assert.equal(sum(nps), scaledBy(accounts.nps.total_value, 2));
      const all = [...demat_accounts, ...mutual_funds, ...nps];
      assert.equal(sum(all), scaledBy(total_value, 2));
    });
  });

  it('values folios and pension funds at their NAV', () => {
    forEachTruth(({ mutual_funds, nps }) => {
      const schemes = mutual_funds.flatMap((folio) => folio.schemes);
      for (const { units, nav, value } of [...schemes, ...nps.flatMap(({ funds }) => funds)]) {
        assert.ok(differenceInPaise(units, nav, value) <= 0.5);
      }
    });
  });

  it('gains what the value is above the cost', () => {
    forEachTruth(({ mutual_funds }) => {
      for (const { gain, value, cost } of mutual_funds.flatMap(({ schemes }) => schemes)) {
        if (!gain) continue;
        assert.equal(scaledBy(gain.absolute, 2), scaledBy(value, 2) - scaledBy(cost ?? '', 2));
      }
    });
  });

  it('moves each security from its opening balance to what is held', () => {
    forEachTruth((truth) => {
      for (const holding of holdingsOf(truth)) {
        if (holding.transactions.length === 0) continue;
        let balance = scaledBy(holding.additional_info.open_units ?? '', 4);
        for (const { units, balance: printed } of holding.transactions) {
          balance += scaledBy(units ?? '', 4);
          assert.equal(balance, scaledBy(printed ?? '', 4));
        }
        assert.equal(balance, scaledBy(holding.units, 4));
      }
    });
  });

  it('has a right check digit in each ISIN and no ISIN twice in an account', () => {
    for (const kind of ['nsdl', 'cdsl'] as const) {
      const { truth } = planStatement(kind, 1, { pages: 60, bonds: true });
      for (const { holdings } of truth.demat_accounts) {
        const isins = Object.values(holdings)
          .flat()
          .map(({ isin }) => isin);
        assert.ok(isins.every(hasValidCheckDigit));
        assert.equal(new Set(isins).size, isins.length);
      }
      const folios = truth.mutual_funds.flatMap(({ schemes }) => schemes.map(({ isin }) => isin));
      assert.ok(folios.every((isin) => hasValidCheckDigit(isin ?? '')));
      assert.equal(new Set(folios).size, folios.length);
    }
  });
});

function forEachTruth(check: (truth: Truth) => void): void {
  for (const kind of ['nsdl', 'cdsl'] as const) {
    for (const seed of seeds) check(planStatement(kind, seed, randomOptions(seed)).truth);
  }
}

function holdingsOf({ demat_accounts }: Truth): TrueHolding[] {
  return demat_accounts.flatMap(({ holdings }) => Object.values(holdings).flat());
}

function sum(items: readonly { readonly value: string }[]): bigint {
  return items.reduce((total, { value }) => total + scaledBy(value, 2), 0n);
}
