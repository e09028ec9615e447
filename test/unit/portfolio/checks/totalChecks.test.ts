import assert from 'node:assert/strict';
import { checkTotals } from '../../../../src/portfolio/checks/totalChecks.ts';
import { portfolioOf, samplePortfolio } from '../samples.ts';

type Short = [string, string, string | null, string | null];

/** Every check of an answer as `[of what, outcome or reason, printed, made of the parts]`. */
function checks(answer: object): Short[] {
  return checkTotals(portfolioOf(JSON.stringify(answer))).map((check): Short => {
    const { subject, outcome, because } = check;
    const of = subject.of === 'section' ? subject.section : subject.of;
    const figures = Object.values(check.figures).map((figure) => figure?.toString() ?? null);
    return [`${check.kind} of ${of}`, because ?? outcome, figures[0] ?? null, figures[1] ?? null];
  });
}

describe('printed totals against their parts', () => {
  for (const [sample, count] of [
    ['cdsl', 9],
    ['nsdl', 12],
    ['cams_kfintech', 5],
  ] as const) {
    it(`agree in the ${sample} sample`, () => {
      const outcomes = checkTotals(samplePortfolio(sample)).map(({ outcome }) => outcome);
      assert.deepEqual(outcomes, Array<string>(count).fill('agrees'));
    });
  }

  it('differ in the quirks sample where its summary forgets the demat account', () => {
    const differing = checkTotals(samplePortfolio('quirks.cams_kfintech')).filter(
      ({ outcome }) => outcome === 'differs',
    );
    assert.deepEqual(
      differing.map(({ kind, subject, figures }) => [
        kind,
        subject,
        ...Object.values(figures).map(String),
      ]),
      [
        ['total', { of: 'section', section: 'demat' }, '0', '10432'],
        ['count', { of: 'section', section: 'demat' }, '0', '1'],
      ],
    );
  });

  it('are both there when they differ', () => {
    const answer = {
      summary: { total_value: 100 },
      mutual_funds: [{ value: 60, schemes: [{ value: 50.5 }] }],
    };
    assert.deepEqual(checks(answer), [
      ['total of statement', 'differs', '100', '60'],
      ['total of folios', 'no-printed-figure', null, '60'],
      ['total of folio', 'differs', '60', '50.5'],
      ['count of folios', 'no-printed-figure', null, '1'],
    ]);
  });

  it('agree to the paisa: the noise of a double is no difference, a paisa is', () => {
    const noisy = '{"summary":{"total_value":97334.320000000007},"nps":[{"value":97334.32}]}';
    const outcome = (text: string) => checkTotals(portfolioOf(text))[0]?.outcome;
    assert.equal(outcome(noisy), 'agrees');
    assert.equal(outcome('{"summary":{"total_value":1.01},"nps":[{"value":1}]}'), 'differs');
  });

  it('cannot be compared where a part has no value, or where no part is listed', () => {
    const equities = [{ value: 1 }, {}];
    const account = (holdings: object) => ({ demat_accounts: [{ value: 5, holdings }] });
    assert.deepEqual(checks(account({ equities })).at(2), [
      'total of demat-account',
      'part-without-value',
      '5',
      null,
    ]);
    assert.deepEqual(checks(account({})).at(2), ['total of demat-account', 'no-parts', '5', null]);
  });

  it('differ where the summary prints money for a section that is not there', () => {
    const accounts = { nps: { count: 2, total_value: 7 }, demat: { count: 0, total_value: 0 } };
    assert.deepEqual(checks({ summary: { accounts } }), [
      ['total of statement', 'no-printed-figure', null, null],
      ['total of nps', 'differs', '7', '0'],
      ['count of nps', 'differs', '2', '0'],
    ]);
  });

  it('are noted where the total is the accounts and the printed insurance, to the paisa', () => {
    const statement = (insurance: number) => ({
      summary: { total_value: 150, accounts: { insurance: { count: 0, total_value: insurance } } },
      nps: [{ value: 100 }],
    });
    const found = checks(statement(50))[0];
    assert.deepEqual(found, ['total of statement', 'includes-insurance', '150', '100']);
    assert.deepEqual(checks(statement(49))[0], ['total of statement', 'differs', '150', '100']);
  });
});
