import assert from 'node:assert/strict';
import { asFamily } from '../../../../src/portfolio/family/asFamily.ts';
import { countedPortfolio } from '../../../../src/portfolio/family/countedPortfolio.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { returnOfAll } from '../../../../src/portfolio/returns/portfolioReturn.ts';
import {
  demat,
  folio,
  FUND,
  held,
  JOINT_HOLDER,
  OTHER_FUND,
  statementOf,
} from '../compare/statements.ts';
import { samplePortfolio } from '../samples.ts';

const MARCH = '2026-03-31';
const APRIL = '2026-04-30';

function countedOf(...statements: readonly Portfolio[]) {
  return countedPortfolio(asFamily(statements));
}

describe('What a family counts', () => {
  it('has keys of its own, and says of each position whose it is and which statement lists it', () => {
    const own = statementOf(MARCH, { folios: [folio('1', [held(1, 10)])] });
    const partner = statementOf(APRIL, {
      investor: JOINT_HOLDER,
      folios: [folio('2', [held(2, 20)])],
    });
    const { positions } = countedOf(own, partner);
    assert.deepEqual(
      positions.map(({ key, account, origin }) => [
        key,
        account.key,
        origin?.investor.pan,
        origin?.printed.to,
      ]),
      [
        ['0/mutual_funds[0].schemes[0]', '0/mutual_funds[0]', own.investor.pan, MARCH],
        ['1/mutual_funds[0].schemes[0]', '1/mutual_funds[0]', partner.investor.pan, APRIL],
      ],
    );
  });

  it('leaves out of a folio what another statement lists, and no longer calls its value printed', () => {
    const earlier = statementOf(MARCH, {
      folios: [folio('1', [held(1, 10, FUND), held(2, 20, OTHER_FUND)])],
    });
    const later = statementOf(APRIL, { folios: [folio('1', [held(1, 11, FUND)])] });
    const { positions, statements, positionsOf } = countedOf(earlier, later);
    assert.deepEqual(
      positions.map(({ value, account }) => [
        value?.toString(),
        account.value?.value.toString(),
        account.value?.computed,
      ]),
      [
        ['20', '20', true],
        ['11', '11', later.folios[0]?.value === null],
      ],
    );
    assert.deepEqual(
      statements.map(({ folios }) => folios.map(({ schemes, value }) => [schemes.length, value])),
      [[[1, null]], [[1, later.folios[0]?.value]]],
    );
    assert.deepEqual(
      positionsOf.map((all) => all.map(({ key }) => key)),
      [
        ['mutual_funds[0].schemes[0]', '0/mutual_funds[0].schemes[1]'],
        ['1/mutual_funds[0].schemes[0]'],
      ],
    );
  });

  it('is a whole demat account or none of it', () => {
    const earlier = statementOf(MARCH, {
      kind: 'CDSL',
      demat: [demat('1200000000000001', [held(1, 10)])],
    });
    const later = statementOf(APRIL, {
      kind: 'CDSL',
      demat: [demat('1200000000000001', [held(1, 12)])],
    });
    const { positions, statements } = countedOf(earlier, later);
    assert.deepEqual(
      positions.map(({ value }) => value?.toString()),
      ['12'],
    );
    assert.deepEqual(
      statements.map(({ dematAccounts }) => dematAccounts.length),
      [0, 1],
    );
  });

  it('of one statement is what the statement has, with the same return', () => {
    const portfolio = samplePortfolio('cams_kfintech');
    const { positions, statements } = countedOf(portfolio);
    assert.deepEqual(statements, [portfolio]);
    assert.equal(positions.length, 4);
    assert.deepEqual(returnOfAll(statements), returnOfAll([portfolio]));
    const together = returnOfAll([
      portfolio,
      { ...portfolio, statement: { ...portfolio.statement, from: '2000-01-01' } },
    ]);
    assert.equal(together.period, null, 'two periods are none');
  });
});
