import assert from 'node:assert/strict';
import { comparableAmc } from '../../../../src/portfolio/compare/amcName.ts';
import { readFolioNumber } from '../../../../src/portfolio/compare/folioNumber.ts';
import { dematIdentity, npsIdentity } from '../../../../src/portfolio/compare/identity.ts';
import { comparableSchemeName } from '../../../../src/portfolio/compare/schemeName.ts';
import { statementOf } from './statements.ts';

describe('a folio number', () => {
  it('is the same with spaces, leading zeros and a check digit', () => {
    for (const spelling of ['9000000001 / 11', '9000000001/11', '009000000001/ 011']) {
      assert.deepEqual(readFolioNumber(spelling), { base: '9000000001', suffix: '11' }, spelling);
    }
    assert.deepEqual(readFolioNumber(' 9000000001 '), { base: '9000000001', suffix: null });
    assert.deepEqual(readFolioNumber('910121125/0'), { base: '910121125', suffix: '0' });
  });

  it('keeps its letters, in capitals', () => {
    assert.deepEqual(readFolioNumber('0ab12'), { base: 'AB12', suffix: null });
    assert.deepEqual(readFolioNumber('000'), { base: '0', suffix: null });
  });

  it('is none when it is missing or masked', () => {
    for (const spelling of [null, ' ', '/ 11', '9XXXXXXX01', '******0001/11']) {
      assert.equal(readFolioNumber(spelling), null, String(spelling));
    }
  });
});

describe("an AMC's name", () => {
  it('is the same short and long', () => {
    for (const name of [
      'Axis',
      'AXIS MUTUAL FUND',
      'Axis MF',
      'Axis Asset Management Company Limited',
      'Axis Asset Management Co. Ltd.',
      'Axis AMC Pvt Ltd',
    ]) {
      assert.equal(comparableAmc(name), 'axis', name);
    }
  });

  it('is another one with any other word more', () => {
    assert.notEqual(comparableAmc('Kotak'), comparableAmc('Kotak Mahindra Mutual Fund'));
    assert.notEqual(comparableAmc('Invesco'), comparableAmc('Invesco India'));
    assert.equal(comparableAmc('Mutual Fund'), 'mutual fund', 'never nothing');
    assert.equal(comparableAmc('AMC Ltd.'), 'amc', 'never nothing');
  });
});

describe("a scheme's name", () => {
  const NAME = 'exampleflexicapfunddirectplangrowth';

  it("is the same with the registrar's code, how it is held and what it was called", () => {
    for (const name of [
      'Example Flexi Cap Fund - Direct Plan - Growth',
      'EXM01-Example Flexi Cap Fund - Direct Plan - Growth',
      'EXM01 - Example Flexi Cap Fund Direct Plan Growth (Non-Demat)',
      '127 CPGPG-Example Flexi Cap Fund (formerly Example Growth Fund) - Direct Plan - Growth',
      'Example Flexi Cap Fund - Direct Plan - Growth (Demat)',
    ]) {
      assert.equal(comparableSchemeName(name), NAME, name);
    }
    assert.equal(
      comparableSchemeName('EX-Example Flexi Cap Fund - Direct Plan - Growth', 'EX'),
      NAME,
    );
  });

  it('is another one for another plan or option', () => {
    for (const name of [
      'Example Flexi Cap Fund - Regular Plan - Growth',
      'Example Flexi Cap Fund - Direct Plan - IDCW',
    ]) {
      assert.notEqual(comparableSchemeName(name), NAME);
    }
  });

  it('keeps a word in front of a dash that is no code', () => {
    assert.notEqual(comparableSchemeName('Example-Top 100'), comparableSchemeName('Top 100'));
  });
});

describe('a demat account', () => {
  const identity = (account: object) => {
    const [demat] = statementOf(null, { demat: [account] }).dematAccounts;
    assert.ok(demat);
    return dematIdentity(demat);
  };

  it('is its BO ID, or DP ID and client ID, which are the same', () => {
    const boId = '1200000000000001';
    assert.equal(identity({ bo_id: boId }), boId);
    assert.equal(identity({ bo_id: '12000000 00000001' }), boId);
    assert.equal(identity({ dp_id: '12000000', client_id: '00000001' }), boId);
    assert.equal(identity({ dp_id: 12000000, client_id: 1 }), boId, 'read as numbers');
  });

  it('is told for NSDL, also where both IDs are printed in one', () => {
    const nsdl = 'IN30000010000001';
    assert.equal(identity({ dp_id: 'IN300000', client_id: '10000001' }), nsdl);
    assert.equal(identity({ client_id: nsdl }), nsdl);
    assert.equal(identity({ bo_id: nsdl }), nsdl);
  });

  it('is not known by half of it, or when it is masked', () => {
    for (const account of [
      { client_id: '10000001' },
      { dp_id: 'IN300000' },
      { bo_id: '12XXXXXXXXXX0001' },
      { bo_id: '12**********0001' },
      { dp_id: 'IN300000', client_id: 'XXXX0001' },
      {},
    ]) {
      assert.equal(identity(account), null, JSON.stringify(account));
    }
  });
});

describe('an NPS account', () => {
  const identity = (pran: unknown) => {
    const [nps] = statementOf(null, { nps: [{ pran }] }).npsAccounts;
    assert.ok(nps);
    return npsIdentity(nps);
  };

  it('is its PRAN, unless that is masked', () => {
    assert.equal(identity('1100 0000 0001'), '110000000001');
    assert.equal(identity(110000000001), '110000000001');
    assert.equal(identity('11XXXXXXXX01'), null);
    assert.equal(identity(null), null);
  });
});
