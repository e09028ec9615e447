import assert from 'node:assert/strict';
import { asFamily } from '../../../../src/portfolio/family/asFamily.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import {
  demat,
  folio,
  FUND,
  held,
  JOINT_HOLDER,
  OTHER_FUND,
  row,
  statementOf,
} from '../compare/statements.ts';
import { samplePortfolio } from '../samples.ts';

const MARCH = '2026-03-31';
const APRIL = '2026-04-30';
const BO_ID = '1200000000000001';

interface Short {
  readonly total: string;
  readonly deductions: readonly string[];
}

function inShort(...statements: readonly Portfolio[]): Short {
  const { totals } = asFamily(statements);
  return {
    total: totals.total.toString(),
    deductions: totals.deductions.map(
      ({ piece, overlap, value }) =>
        `${piece.of} of ${piece.statement}: ${value.toString()}, ${overlap.because}`,
    ),
  };
}

function withFolio(day: string, kind: string, ...list: Parameters<typeof folio>): Portfolio {
  return statementOf(day, { kind, folios: [folio(...list)] });
}

const NOTHING_TWICE: readonly string[] = [];

describe('the statements of a family', () => {
  it('keep their holdings and owners, and add up', () => {
    const own = statementOf(MARCH, { folios: [folio('1', [held(1, 10)])] });
    const partner = statementOf(MARCH, {
      investor: JOINT_HOLDER,
      folios: [folio('2', [held(2, 20)]), folio('3', [held(3, 30)])],
    });
    const family = asFamily([own, partner]);
    assert.deepEqual(
      family.holdings.map(({ position, statement, member, leftOut }) => [
        position.account.number,
        statement,
        member,
        leftOut,
      ]),
      [
        ['1', 0, 0, null],
        ['2', 1, 1, null],
        ['3', 1, 1, null],
      ],
    );
    assert.equal(family.totals.total.toString(), '60');
    assert.deepEqual(family.totals.byMember.map(String), ['10', '50']);
    assert.deepEqual(family.overlaps, []);
  });

  it('take the printed total, and show what of it is in no account', () => {
    const statement = statementOf(MARCH, { total: 15, folios: [folio('1', [held(1, 10)])] });
    const { totals } = asFamily([statement]);
    assert.equal(totals.total.toString(), '15');
    assert.equal(totals.parts[0]?.value?.computed, false);
    assert.equal(totals.parts[0].beyondAccounts?.toString(), '5');
  });

  it('may be none', () => {
    const { members, holdings, totals } = asFamily([]);
    assert.deepEqual([members, holdings, totals.total.toString()], [[], [], '0']);
  });

  it('may lack a value: then they bring none into the total', () => {
    const { totals } = asFamily([statementOf(MARCH, {}), statementOf(MARCH, { total: 5 })]);
    assert.equal(totals.parts[0]?.value, null);
    assert.equal(totals.total.toString(), '5');
  });
});

describe('what is in two statements counts once', () => {
  it('as a scheme: the same AMC, folio number and ISIN, however they are written', () => {
    const cams = withFolio(MARCH, 'CAMS_KFINTECH', '9000000001 / 11', [held(5, 50)], 'Axis');
    const nsdl = withFolio(APRIL, 'NSDL', '09000000001/11', [held(6, 66)], 'AXIS MUTUAL FUND');
    assert.deepEqual(inShort(cams, nsdl), {
      total: '66',
      deductions: ['scheme of 0: 50, later-statement'],
    });
  });

  it('as a scheme where one statement leaves out the AMC, the check digit or the ISIN', () => {
    const full = withFolio(APRIL, 'CAMS_KFINTECH', '9000000001 / 11', [held(6, 66)]);
    const nameless = held(5, 50, { isin: null, name: `EXM01-${FUND.name}` });
    for (const other of [
      withFolio(MARCH, 'NSDL', '9000000001/11', [held(5, 50)], null),
      withFolio(MARCH, 'NSDL', '9000000001', [held(5, 50)]),
      withFolio(MARCH, 'NSDL', '9000000001/11', [nameless]),
    ]) {
      assert.deepEqual(inShort(full, other).deductions, ['scheme of 1: 50, later-statement']);
    }
  });

  it('as a demat account, whole: what was sold since is not counted from the earlier one', () => {
    const share = (isin: string, value: number) => ({ isin, units: 1, value });
    const march = statementOf(MARCH, {
      kind: 'NSDL',
      demat: [
        {
          dp_id: '12000000',
          client_id: '00000001',
          holdings: { equities: [share('A', 10), share('B', 7)] },
        },
      ],
    });
    const april = statementOf(APRIL, { kind: 'CDSL', demat: [demat(BO_ID, [share('A', 12)])] });
    assert.deepEqual(inShort(march, april), {
      total: '12',
      deductions: ['demat-account of 0: 17, later-statement'],
    });
  });

  it('as an NPS account, by its PRAN', () => {
    const nps = (value: number) => [{ pran: '110000000001', value }];
    const { total, deductions } = inShort(
      statementOf(MARCH, { kind: 'NSDL', nps: nps(100) }),
      statementOf(APRIL, { kind: 'CDSL', nps: nps(110) }),
    );
    assert.deepEqual([total, deductions], ['110', ['nps-account of 0: 100, later-statement']]);
  });

  it('as a policy, which takes nothing off', () => {
    const policy = (provider: string) => ({ policy_number: 'TEST-POL-0001', provider });
    const family = asFamily([
      statementOf(MARCH, { policies: [policy('Example Life Limited')] }),
      statementOf(APRIL, { policies: [policy('EXAMPLE LIFE')] }),
    ]);
    assert.deepEqual(
      family.holdings.map(({ leftOut }) => leftOut?.because ?? 'counts'),
      ['later-statement', 'counts'],
    );
    assert.deepEqual(family.totals.deductions, []);
    assert.deepEqual(family.totals.withoutValue, []);
  });

  it('also when the statements are of two people, and is taken off where it is left out', () => {
    const joint = (value: number) => [folio('1', [held(5, value)])];
    const family = asFamily([
      statementOf(MARCH, { total: 80, folios: joint(50) }),
      statementOf(APRIL, { investor: JOINT_HOLDER, folios: joint(55) }),
    ]);
    assert.deepEqual(family.totals.byMember.map(String), ['30', '55']);
    assert.equal(family.totals.total.toString(), '85');
  });

  it('from all of one statement, which may list it in parts', () => {
    const whole = statementOf(MARCH, { folios: [folio('1', [held(15, 150)])] });
    const inParts = statementOf(APRIL, {
      kind: 'NSDL',
      folios: [folio('1', [held(10, 100)]), folio('1', [held(5, 50)])],
    });
    assert.deepEqual(inShort(whole, inParts).deductions, ['scheme of 0: 150, later-statement']);
    assert.equal(inShort(inParts).total, '150', 'nothing is taken off within one statement');
  });

  it('is listed with what counts instead, and how the values differ', () => {
    const { overlaps, holdings } = asFamily([
      withFolio(MARCH, 'NSDL', '1', [held(5, 50)]),
      withFolio(MARCH, 'CAMS_KFINTECH', '1', [held(5, 50.25, { cost: 40 })]),
    ]);
    assert.deepEqual(
      overlaps.map(({ counted, leftOut, because, valueDifference }) => [
        counted.map(({ statement }) => statement),
        leftOut.map(({ statement }) => statement),
        because,
        valueDifference?.toString(),
      ]),
      [[[1], [0], 'more-detail', '0.25']],
    );
    assert.equal(holdings[0]?.leftOut, overlaps[0]);
    assert.equal(holdings[1]?.leftOut, null);
  });

  it('is worth what the folio is, if that has no other scheme', () => {
    const valued = (schemes: readonly object[]) => ({ ...folio('1', schemes), value: 50 });
    const later = statementOf(APRIL, { folios: [folio('1', [held(5, 55)])] });
    const other = { ...OTHER_FUND, units: 1 };
    const earlier = (schemes: readonly object[]) =>
      statementOf(MARCH, { folios: [valued(schemes)] });
    assert.equal(inShort(earlier([held(5, null)]), later).total, '55');
    assert.equal(inShort(earlier([held(5, null), other]), later).total, '105', 'not known');
  });

  it('is named where it has no value that could be taken off', () => {
    const { totals } = asFamily([
      statementOf(MARCH, { folios: [folio('1', [held(5, null), { ...OTHER_FUND, value: 1 }])] }),
      statementOf(APRIL, { folios: [folio('1', [held(5, 55)])] }),
    ]);
    assert.deepEqual(
      totals.withoutValue.map(({ statement }) => statement),
      [0],
    );
  });
});

describe('of two statements of one day counts', () => {
  const plain = withFolio(MARCH, 'NSDL', '1', [held(5, 50)]);

  it('the one with transactions, then the one with a cost', () => {
    const transactions = [row('PURCHASE', MARCH, { units: 5 })];
    const withRows = withFolio(MARCH, 'CDSL', '1', [held(5, 50, { transactions })]);
    const withCost = withFolio(MARCH, 'CAMS_KFINTECH', '1', [held(5, 50, { cost: 40 })]);
    assert.deepEqual(inShort(plain, withRows).deductions, ['scheme of 0: 50, more-detail']);
    assert.deepEqual(inShort(withCost, plain).deductions, ['scheme of 1: 50, more-detail']);
    assert.deepEqual(inShort(withRows, withCost).deductions, ['scheme of 1: 50, more-detail']);
  });

  it('one of them where nothing tells them apart: the lower value, never the higher', () => {
    const higher = withFolio(MARCH, 'NSDL', '1', [held(5, 51)]);
    assert.deepEqual(inShort(plain, higher), {
      total: '50',
      deductions: ['scheme of 1: 51, as-good'],
    });
    assert.equal(inShort(higher, plain).total, '50');
  });

  it('the one with a date rather than one without', () => {
    const undated = statementOf(null, { folios: [folio('1', [held(5, 50, { cost: 1 })])] });
    assert.deepEqual(inShort(undated, plain).deductions, ['scheme of 0: 50, later-statement']);
  });
});

describe('what only looks the same counts twice and is pointed out', () => {
  const possible = (...statements: readonly Portfolio[]) => {
    const { possibleOverlaps, totals } = asFamily(statements);
    assert.deepEqual(totals.deductions, NOTHING_TWICE, 'nothing is taken off');
    return possibleOverlaps.map(({ because, holdings }) => [
      because,
      holdings.map(({ statement }) => statement),
    ]);
  };
  const ofAmc = (day: string, amc: string) => withFolio(day, 'NSDL', '1', [held(5, 50)], amc);

  it('where the AMC has only a similar name', () => {
    assert.deepEqual(possible(ofAmc(MARCH, 'Kotak'), ofAmc(APRIL, 'Kotak Mahindra Mutual Fund')), [
      ['amc-differs', [0, 1]],
    ]);
  });

  it('where the check digit of the folio is another one', () => {
    const ofFolio = (day: string, number: string) => withFolio(day, 'NSDL', number, [held(5, 50)]);
    assert.deepEqual(possible(ofFolio(MARCH, '1 / 11'), ofFolio(MARCH, '1 / 12')), [
      ['folio-suffix-differs', [0, 1]],
    ]);
  });

  it('where one has no ISIN and another name, and as many units', () => {
    const nameless = { name: 'Example Flexi Growth', units: 5, value: 50 };
    const fund = withFolio(MARCH, 'CAMS_KFINTECH', '1', [held(5, 50)]);
    assert.deepEqual(possible(fund, withFolio(MARCH, 'NSDL', '1', [nameless])), [
      ['isin-missing', [0, 1]],
    ]);
    assert.deepEqual(
      possible(fund, withFolio(MARCH, 'NSDL', '1', [{ ...nameless, units: 6 }])),
      [],
    );
  });

  it('where units of a folio may be those of a demat account', () => {
    const account = statementOf(MARCH, { kind: 'CDSL', demat: [demat(BO_ID, [held(5.123, 50)])] });
    const inFolio = (is_demat: boolean | null, units = 5.123) =>
      statementOf(MARCH, {
        folios: [folio('1', [held(units, 50, { additional_info: { is_demat } })])],
      });
    assert.deepEqual(possible(account, inFolio(true)), [['held-in-demat', [0, 1]]]);
    assert.deepEqual(possible(account, inFolio(null)), [['held-in-demat', [0, 1]]]);
    assert.deepEqual(possible(account, inFolio(false)), []);
    assert.deepEqual(possible(account, inFolio(true, 5)), []);
  });

  it('but not where nothing is alike, or where both are in one statement', () => {
    const both = statementOf(MARCH, {
      folios: [folio('1', [held(5, 50)], 'Kotak'), folio('1', [held(5, 50)], 'Kotak Mahindra')],
    });
    assert.deepEqual(possible(both), []);
    const other = withFolio(MARCH, 'NSDL', '1', [{ ...OTHER_FUND, units: 5, value: 50 }]);
    assert.deepEqual(possible(ofAmc(MARCH, 'Axis'), other), []);
    assert.deepEqual(
      possible(ofAmc(MARCH, 'Axis'), withFolio(MARCH, 'NSDL', '2', [held(5, 50)])),
      [],
    );
  });

  it('where an account number is masked or missing', () => {
    const masked = (day: string) =>
      statementOf(day, { kind: 'CDSL', demat: [demat('12XXXXXXXXXX0001', [held(5, 50)])] });
    assert.deepEqual(inShort(masked(MARCH), masked(MARCH)).deductions, []);
  });
});

describe('what a later statement should list and does not', () => {
  const missing = (...statements: readonly Portfolio[]) =>
    asFamily(statements).missingLater.map(({ holding, later }) => [
      holding.statement,
      holding.position.isin,
      later,
    ]);
  const both = [held(5, 50), { ...OTHER_FUND, units: 1, value: 10 }];

  it('counts and is pointed out: of the same folio in another kind of statement', () => {
    assert.deepEqual(
      missing(
        withFolio(MARCH, 'CAMS_KFINTECH', '1 / 2', both),
        withFolio(APRIL, 'NSDL', '1', [held(5, 55)]),
      ),
      [[0, OTHER_FUND.isin, 1]],
    );
  });

  it('counts and is pointed out: anything of the same member and kind', () => {
    const march = statementOf(MARCH, { kind: 'CDSL', demat: [demat(BO_ID, [held(5, 50)])] });
    const april = statementOf(APRIL, { kind: 'CDSL', demat: [] });
    assert.deepEqual(missing(april, march), [[1, FUND.isin, 0]]);
  });

  it('is nothing that another kind, another member or the same day does not list', () => {
    const march = statementOf(MARCH, { kind: 'CDSL', demat: [demat(BO_ID, [held(5, 50)])] });
    for (const other of [
      statementOf(APRIL, {}),
      statementOf(APRIL, { kind: 'CDSL', investor: JOINT_HOLDER }),
      statementOf(MARCH, { kind: 'CDSL' }),
    ]) {
      assert.deepEqual(missing(march, other), []);
    }
  });

  it('is nothing that was closed', () => {
    const march = withFolio(MARCH, 'NSDL', '1', [held(0, 0)]);
    assert.deepEqual(missing(march, withFolio(APRIL, 'NSDL', '2', [])), []);
  });
});

describe('the samples as one portfolio', () => {
  it('count each demat account, folio and PRAN once', () => {
    const samples = (['cdsl', 'nsdl', 'cams_kfintech'] as const).map(samplePortfolio);
    // Worked out by hand from the answers: 950018.26 + 503449.71 + 86902.32, less the NSDL account in the CDSL statement,
    // the CDSL account in the NSDL statement, and the folio 9000000001 in both.
    assert.deepEqual(inShort(...samples), {
      total: '1081987.65',
      deductions: [
        'demat-account of 1: 165010, more-detail',
        'demat-account of 0: 22009.5, more-detail',
        'scheme of 0: 135681.57, more-detail',
        'scheme of 1: 135681.57, more-detail',
      ],
    });
  });
});
