import assert from 'node:assert/strict';
import { isDetailed } from '../../../src/portfolio/holdings.ts';
import { isClosed } from '../../../src/portfolio/holding.ts';
import { readPortfolio } from '../../../src/portfolio/readPortfolio.ts';
import { portfolioOf, samplePortfolio } from './samples.ts';

describe('reading a portfolio', () => {
  for (const text of ['', '{', 'PDF', '{"meta":{}} x', '{nope: 1}']) {
    it(`says that ${JSON.stringify(text)} is not JSON`, () => {
      assert.deepEqual(readPortfolio(text), { ok: false, reason: 'not-json' });
    });
  }

  for (const text of [
    '[]',
    '3',
    'null',
    '"meta"',
    '{}',
    '{"status":"failed","msg":"no"}',
    '[{"meta":{}}]',
  ]) {
    it(`says that ${text} is not a portfolio`, () => {
      assert.deepEqual(readPortfolio(text), { ok: false, reason: 'not-a-portfolio' });
    });
  }

  it('takes any of the sections for a portfolio, even an empty one', () => {
    const sections = [
      'meta',
      'investor',
      'summary',
      'demat_accounts',
      'mutual_funds',
      'folios',
      'insurance',
      'nps',
    ];
    for (const section of sections) {
      for (const empty of ['null', '{}', '[]', '"x"', '7']) {
        assert.equal(readPortfolio(`{"${section}":${empty}}`).ok, true);
      }
    }
  });

  it('keeps the answer itself beside the portfolio', () => {
    const result = readPortfolio('{"meta":{"cas_type":"CDSL"},"status":"success"}');
    assert.ok(result.ok);
    assert.deepEqual(result.raw, { meta: { cas_type: 'CDSL' }, status: 'success' });
  });

  it('reads folios that stand under that name, and takes none twice', () => {
    const folios = [{ folio_number: '123', schemes: [{ name: 'Example Fund', value: 10 }] }];
    const numbers = (answer: object) =>
      portfolioOf(JSON.stringify(answer)).folios.map(({ folioNumber }) => folioNumber);
    assert.deepEqual(numbers({ folios }), ['123']);
    assert.deepEqual(numbers({ mutual_funds: [], folios }), ['123']);
    const both = { mutual_funds: [{ folio_number: '123' }], folios };
    assert.deepEqual(numbers(both), ['123']);
    assert.deepEqual(
      portfolioOf(JSON.stringify(both)).rest.map(({ path }) => path),
      ['folios[0].schemes'],
    );
    assert.deepEqual(numbers({ mutual_funds: [{ folio_number: '456' }], folios }), ['456', '123']);
  });

  it('survives JSON that is nested deeper than a parser goes', () => {
    const depth = 200_000;
    const text = `{"meta":{},"nested":${'['.repeat(depth)}12345678901234567890${']'.repeat(depth)}}`;
    assert.deepEqual(readPortfolio(text), { ok: false, reason: 'not-a-portfolio' });
  });

  it('reads null and missing parts as null and empty', () => {
    const { dematAccounts, folios, policies, npsAccounts, summary } =
      samplePortfolio('quirks.cams_kfintech');
    const [account] = dematAccounts;
    assert.equal(account?.depository, null);
    assert.equal(account.value, null);
    assert.deepEqual(account.holders, []);
    assert.equal(account.nominee, null);
    assert.deepEqual(policies, []);
    assert.deepEqual(npsAccounts, []);
    assert.equal(summary.totalValue, null);
    assert.equal(summary.nps.count, null);
    assert.equal(folios[0]?.schemes[1]?.isin, null);
    assert.equal(folios[0].schemes[1].cost, null);
    assert.equal(folios[0].schemes[1].gain, null);
    assert.equal(folios[1]?.registrar, null);
  });

  it('reads what differs only in spelling', () => {
    const { folios } = samplePortfolio('quirks.cams_kfintech');
    assert.equal(folios[0]?.schemes[0]?.type, 'Equity');
    const types = folios[1]?.schemes[0]?.transactions.map(({ type, printedType }) => [
      type,
      printedType,
    ]);
    assert.deepEqual(types?.slice(3, 5), [
      ['DIVIDEND_REINVEST', 'DIVIDEND_REINVESTMENT'],
      ['UNKNOWN', 'SOME_FUTURE_TYPE'],
    ]);
    assert.equal(
      portfolioOf('{"meta":{"cas_type":"cams_kfintech"}}').statement.kind,
      'CAMS_KFINTECH',
    );
  });

  it('reads numbers that came as text, and text that came as numbers', () => {
    const { folios, investor } = portfolioOf(
      JSON.stringify({
        investor: { pincode: 400000 },
        mutual_funds: [
          { folio_number: 9000000001, value: '1,234.50', schemes: [{ units: '(5.250)' }] },
        ],
      }),
    );
    assert.equal(investor.pincode, '400000');
    assert.equal(folios[0]?.folioNumber, '9000000001');
    assert.equal(folios[0].value?.toString(), '1234.50');
    assert.equal(folios[0].schemes[0]?.units?.toString(), '-5.250');
  });

  it('keeps what is of another type than expected, with its path', () => {
    const { dematAccounts, folios, rest } = portfolioOf(
      JSON.stringify({
        nps: { pran: 1 },
        insurance: 'none',
        demat_accounts: [
          null,
          'x',
          {
            value: 'a lot',
            holdings: [1],
            linked_holders: {},
            additional_info: { linked_pans: ['A', 7] },
          },
        ],
        mutual_funds: [
          { schemes: [{ type: 'Exotic', nav: true, additional_info: { is_demat: 'yes' } }] },
        ],
      }),
    );
    assert.deepEqual(rest, [
      { path: 'demat_accounts[1]', value: 'x' },
      { path: 'insurance', value: 'none' },
      { path: 'nps', value: { pran: 1 } },
    ]);
    assert.equal(dematAccounts[0]?.value, null);
    assert.deepEqual(dematAccounts[0].linkedPans, ['A']);
    assert.deepEqual(dematAccounts[0].rest.map(({ path }) => path).sort(), [
      'demat_accounts[2].additional_info.linked_pans[1]',
      'demat_accounts[2].holdings',
      'demat_accounts[2].linked_holders',
      'demat_accounts[2].value',
    ]);
    assert.equal(folios[0]?.schemes[0]?.type, null);
    assert.deepEqual(
      folios[0].schemes[0].rest.map(({ path, value }) => [path, value]),
      [
        ['mutual_funds[0].schemes[0].type', 'Exotic'],
        ['mutual_funds[0].schemes[0].nav', true],
        ['mutual_funds[0].schemes[0].additional_info.is_demat', 'yes'],
      ],
    );
  });

  it('is not misled by keys that objects have by nature', () => {
    const { rest, investor } = portfolioOf(
      '{"meta":{},"__proto__":{"pan":"X"},"constructor":1,"investor":{}}',
    );
    assert.equal(investor.pan, null);
    assert.deepEqual(
      rest.map(({ path }) => path),
      ['__proto__', 'constructor'],
    );
  });

  it('reads the older shape that the sandbox page of the API prints', () => {
    const { statement, dematAccounts, summary, rest } = portfolioOf(
      JSON.stringify({
        status: 'success',
        cas_type: 'cdsl',
        investor: { name: 'Sample Investor' },
        summary: { total_value: 250000, as_on_date: '2024-01-15', accounts: { demat_accounts: 1 } },
        demat_accounts: [
          {
            dp_id: '12000000',
            total_value: 250000,
            equities: [{ name: 'EXAMPLE', units: 100, value: 250000 }],
          },
        ],
      }),
    );
    assert.equal(statement.kind, 'CDSL');
    assert.equal(summary.totalValue?.toString(), '250000');
    assert.equal(dematAccounts[0]?.value?.toString(), '250000');
    assert.equal(dematAccounts[0].securities[0]?.kind, 'shares');
    assert.deepEqual(rest.map(({ path }) => path).sort(), [
      'status',
      'summary.accounts.demat_accounts',
      'summary.as_on_date',
    ]);
  });
});

describe('what a statement is', () => {
  it('is detailed when it lists any transaction, otherwise a summary', () => {
    assert.equal(isDetailed(samplePortfolio('cams_kfintech')), true);
    assert.equal(
      isDetailed(portfolioOf('{"mutual_funds":[{"schemes":[{"transactions":[]}]}]}')),
      false,
    );
  });

  it('has closed positions where it says zero units, not where it says nothing', () => {
    const { folios } = portfolioOf(
      '{"mutual_funds":[{"schemes":[{"units":0.0},{"units":null},{"units":1}]}]}',
    );
    assert.deepEqual(folios[0]?.schemes.map(isClosed), [true, false, false]);
  });
});
