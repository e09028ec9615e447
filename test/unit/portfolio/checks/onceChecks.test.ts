import assert from 'node:assert/strict';
import { checkOfKind, checksOfKind } from './checksOf.ts';

const FUND = { isin: 'INF000D01B29', name: 'Example Fund', units: 10, value: 100 };

function folios(...entries: readonly object[]): object {
  return { mutual_funds: entries };
}

function folio(number: string, ...schemes: readonly object[]): object {
  return { folio_number: number, amc: 'Example Mutual Fund', schemes };
}

function short(answer: object) {
  return checksOfKind(answer, 'once').map(({ subject, because, outcome, figures }) => [
    subject.of,
    because ?? outcome,
    figures.listed?.toString(),
  ]);
}

describe('what is listed once', () => {
  it('agrees with one check over the statement', () => {
    const other = { ...FUND, isin: 'INF000D01E59' };
    assert.deepEqual(short(folios(folio('1', FUND, other), folio('2', FUND))), [
      ['statement', 'agrees', '3'],
    ]);
  });

  it('differs where the same security with the same figures is listed in two lists of an account', () => {
    const etf = { isin: 'INF000G01ZZ2', units: 40, value: 3651 };
    const holdings = { equities: [etf], demat_mutual_funds: [etf] };
    const answer = { demat_accounts: [{ bo_id: '1200000000000001', holdings }] };
    assert.deepEqual(short(answer), [['position', 'listed-twice', '2']]);
    const [other] = checkOfKind(answer, 'once').others;
    assert.equal(other?.of === 'position' && other.position.kind, 'demat-funds');
  });

  it('is noted where the figures differ: two parts of one holding', () => {
    const answer = folios(folio('1', FUND), folio('1', { ...FUND, units: 5, value: 50 }));
    assert.deepEqual(short(answer), [
      ['folio', 'listed-in-parts', '2'],
      ['position', 'listed-in-parts', '2'],
    ]);
  });

  it('is noted where a folio comes in two entries', () => {
    const answer = folios(
      folio('9000000001 / 11', FUND),
      folio('9000000001/11', { ...FUND, isin: 'INF000D01E59' }),
    );
    assert.deepEqual(short(answer), [['folio', 'listed-in-parts', '2']]);
  });

  it('does not differ for what is closed: nothing counts twice', () => {
    const closed = { ...FUND, units: 0, value: 0 };
    assert.deepEqual(short(folios(folio('1', closed, closed))), [
      ['position', 'listed-in-parts', '2'],
    ]);
  });

  it('differs where a policy is listed twice', () => {
    const policy = { policy_number: 'TEST-POL-0001', provider: 'Example Life' };
    const again = { policy_number: 'TEST POL 0001', provider: 'EXAMPLE LIFE' };
    const answer = { insurance: { life_insurance_policies: [policy, again] } };
    assert.deepEqual(short(answer), [['position', 'listed-twice', '2']]);
  });

  it('is told within an account whose number is not printed', () => {
    const answer = { mutual_funds: [{ schemes: [FUND, FUND] }, { schemes: [FUND] }] };
    assert.deepEqual(short(answer), [['position', 'listed-twice', '2']]);
  });
});
