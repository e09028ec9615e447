import assert from 'node:assert/strict';

import {
  generateStatement,
  planStatement,
} from '../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import type { Truth } from '../fixtures/statementsGenerator/truth.ts';
import { readGlyphs, readPdf } from './readPdf.ts';

describe('statements generator: what is printed', () => {
  for (const kind of statementKinds) {
    it(`holds every figure of the truth of ${kind}`, () => {
      for (let seed = 100; seed < 140; seed += 1) {
        const options = { ...randomOptions(seed), portfolioSummary: true };
        const { plan, truth } = planStatement(kind, seed, options);
        const texts = plan.pages.flatMap(({ runs }) => runs.map(({ text }) => text));
        const printed = new Set(
          texts
            .join(' ')
            .match(/[\d.,]*\d/g)
            ?.map(plain),
        );
        for (const figure of figuresOf(truth)) {
          assert.ok(printed.has(plain(figure.replace('-', ''))), `${kind} ${seed}: ${figure}`);
        }
      }
    });

    it(`holds every ISIN and folio of the truth of ${kind}`, async () => {
      for (let seed = 200; seed < 206; seed += 1) {
        const { pdf, password, truth } = generateStatement(kind, seed);
        const { text } = await readPdf(pdf, password);
        const squeezed = text.replaceAll(/\s/g, '');
        const folios = truth.mutual_funds.map(({ folio_number }) => folio_number);
        for (const name of [...folios, ...isinsOf(truth)]) {
          assert.ok(squeezed.includes(name.replaceAll(' ', '')), name);
        }
      }
    });
  }

  it('keeps the soft hyphen of an ISIN, which a standard font cannot say', async () => {
    const { pdf, password, truth } = generateStatement('kfin-summary', 1, { softHyphenIsin: true });
    const shown = await readGlyphs(pdf, password);
    for (const isin of isinsOf(truth)) {
      assert.ok(shown.includes(`${isin.slice(0, 7)}\u00ad${isin.slice(7)}`), isin);
    }
  });

  it('groups digits as wanted', () => {
    const money = (grouping: 'indian' | 'western' | 'none'): string =>
      planStatement('cams-detailed', 1, { grouping, wideAmounts: true })
        .plan.pages.flatMap(({ runs }) => runs)
        .filter(({ figure }) => figure === 'amount')
        .map(({ text }) => text)
        .join(' ');
    assert.match(money('indian'), /\b\d{1,2},\d\d,\d\d,\d\d,\d{3}\.\d\d\b/);
    assert.match(money('western'), /\b\d{1,3},\d{3},\d{3},\d{3}\.\d\d\b/);
    assert.match(money('none'), /\b\d{10,}\.\d\d\b/);
  });
});

/** All decimals of a truth, other than sums that the statement does not print. */
function figuresOf({ mutual_funds, demat_accounts, nps, summary }: Truth): string[] {
  const schemes = mutual_funds.flatMap((folio) => folio.schemes);
  const holdings = demat_accounts.flatMap((account) => Object.values(account.holdings).flat());
  const transactions = [...schemes, ...holdings].flatMap((held) => held.transactions);
  return [
    summary.total_value,
    ...demat_accounts.map(({ value }) => value),
    ...nps.map(({ value }) => value),
    ...holdings.flatMap(({ units, value }) => [units, value]),
    ...[...schemes, ...nps.flatMap(({ funds }) => funds)].flatMap((fund) => [
      fund.units,
      fund.nav,
      fund.value,
    ]),
    ...schemes.flatMap(({ cost, gain }) => [cost, gain?.absolute]),
    ...transactions.flatMap((row) => [row.amount, row.nav, row.units, row.balance]),
  ].filter((figure) => typeof figure === 'string');
}

function isinsOf({ mutual_funds, demat_accounts }: Truth): string[] {
  const schemes = mutual_funds.flatMap((folio) => folio.schemes);
  const holdings = demat_accounts.flatMap((account) => Object.values(account.holdings).flat());
  return [...schemes, ...holdings].flatMap(({ isin }) => isin ?? []);
}

/** Digits without grouping and without a zero before the point. */
function plain(figure: string): string {
  return figure.replaceAll(',', '').replace(/^0(?=\.)/, '');
}
