import assert from 'node:assert/strict';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import { isCostComputed } from '../../../src/portfolio/costComputed.ts';
import { holdings } from '../../../src/portfolio/holdings.ts';
import { positions } from '../../../src/portfolio/positions.ts';
import { keptFields } from '../../../src/portfolio/keptFields.ts';
import { costAndGain, portfolioValue } from '../../../src/portfolio/totals.ts';
import { portfolioOf } from './samples.ts';
import { exported } from './exports/exported.ts';
import { checkOfKind, checksOfKind, inShort } from './checks/checksOf.ts';

const read = (answer: object) => portfolioOf(JSON.stringify(answer));
const folioWith = (scheme: object) => ({ mutual_funds: [{ amc: 'A', schemes: [scheme] }] });

/** What clients met in answers, beside what the specification says. */
describe('answers as they come', () => {
  describe('dates that name their month', () => {
    const dateOf = (date: string) =>
      read(folioWith({ transactions: [{ date }] })).folios[0]?.schemes[0]?.transactions[0]?.date;
    for (const [printed, iso] of [
      ['31-Mar-2025', '2025-03-31'],
      ['1-apr-2025', '2025-04-01'],
      ['01/SEP/2024', '2024-09-01'],
      ['29 February 2024', '2024-02-29'],
      ['2 Jan, 2025', '2025-01-02'],
      ['2025-03-31', '2025-03-31'],
    ] as const)
      it(`are read: ${printed}`, () => assert.equal(dateOf(printed), iso));

    for (const printed of ['31-Foo-2025', '03/04/2025', '31-Mar-25', 'Mar 2025', '2025-3-31'])
      it(`stay as they came where they are of another form: ${printed}`, () =>
        assert.equal(dateOf(printed), printed));

    it('are those of the period and of maturity as well, and are checked like others', () => {
      const answer = {
        meta: { statement_period: { from: '01-Apr-2024', to: '31-Mar-2025' } },
        ...folioWith({ units: 1, transactions: [{ date: '15-May-2024', units: 1 }] }),
        demat_accounts: [
          {
            holdings: {
              corporate_bonds: [{ additional_info: { maturity_date: '07-Aug-2030' } }],
            },
          },
        ],
      };
      const { statement, dematAccounts } = read(answer);
      assert.deepEqual([statement.from, statement.to], ['2024-04-01', '2025-03-31']);
      assert.equal(dematAccounts[0]?.securities[0]?.maturityDate, '2030-08-07');
      const [dates] = checksOfKind(answer, 'dates').filter(({ figures }) => figures.rows?.sign);
      assert.equal(dates?.outcome, 'agrees');
    });
  });

  describe('a cost that only value and gain tell', () => {
    const fund = { name: 'X', units: 10, value: 150.5, gain: { absolute: 50.25 } };

    it('is value less gain, and said to be computed', () => {
      const portfolio = read(folioWith(fund));
      const [position] = positions(portfolio);
      assert.ok(position);
      assert.equal(position.cost?.toString(), '100.25');
      assert.equal(isCostComputed(position), true);
      assert.equal(costAndGain(holdings(portfolio)).cost?.toString(), '100.25');
      const csv = exported(folioWith(fund), { format: 'csv' });
      assert.match(csv, /,100\.25,150\.5.*Cost/);
    });

    it('is not checked against the gain that it was made of', () => {
      assert.equal(checkOfKind(folioWith(fund), 'gain').because, 'no-cost');
    });

    it('is as printed where one is, nothing where a part is missing, and never less than nothing', () => {
      const costs = [
        { ...fund, cost: 99 },
        { ...fund, value: null },
        { ...fund, gain: {} },
        { ...fund, gain: { absolute: 200 } },
      ].map((scheme) => positions(read(folioWith(scheme)))[0]);
      assert.deepEqual(
        costs.map((position) => position?.cost?.toString()),
        ['99', undefined, undefined, undefined],
      );
      assert.ok(costs[0] && !isCostComputed(costs[0]));
    });
  });

  it('placeholders are no folio numbers, so two folios are not taken for one', () => {
    for (const number of ['NA', 'N/A', 'n.a.', 'CDSL', ' NSDL ', 'NIL', 'None'])
      assert.equal(
        read({ mutual_funds: [{ folio_number: number }] }).folios[0]?.folioNumber,
        null,
        number,
      );
    for (const number of ['NA123', '123/NA', '0', 'CDSL/1'])
      assert.equal(
        read({ mutual_funds: [{ folio_number: number }] }).folios[0]?.folioNumber,
        number,
      );
    const twice = { folio_number: 'NA', amc: 'A', schemes: [{ isin: 'INF000A01015', units: 5 }] };
    const listed = checksOfKind({ mutual_funds: [twice, { ...twice, amc: 'B' }] }, 'once');
    assert.ok(listed.every(({ outcome }) => outcome === 'agrees'));
  });

  it('an ISIN is taken from the name where it stands there only, and is one', () => {
    const isinOf = (scheme: object) => read(folioWith(scheme)).folios[0]?.schemes[0]?.isin;
    const name = 'New Fund - Direct (INF204KB14I2)';
    assert.equal(isinOf({ name }), 'INF204KB14I2');
    assert.equal(isinOf({ name, isin: 'INF000A01015' }), 'INF000A01015');
    assert.equal(isinOf({ name: 'New Fund INF204KB14I3' }), null, 'its check digit is wrong');
    assert.equal(isinOf({ name: `${name} INE002A01018` }), null, 'nobody knows which');
    const share = {
      demat_accounts: [{ holdings: { equities: [{ name: 'INE002A01018 X LTD' }] } }],
    };
    assert.equal(read(share).dematAccounts[0]?.securities[0]?.isin, 'INE002A01018');
  });

  describe('folios under both names', () => {
    const A = 'INF204KB14I2';
    const B = 'INF109K01BL4';
    const scheme = (isin: string | null, value: number, more: object = {}) => ({
      name: 'X',
      isin,
      units: value / 10,
      value,
      ...more,
    });
    const folio = (number: string | null, schemes: readonly object[], more: object = {}) => ({
      folio_number: number,
      amc: 'A',
      schemes,
      ...more,
    });
    const both = (mutual_funds: readonly object[], folios: readonly object[]) => ({
      meta: {},
      mutual_funds,
      folios,
    });
    const totalOf = (answer: object) => portfolioValue(read(answer))?.value.toString();
    const notCounted = (answer: object) =>
      checksOfKind(answer, 'uncounted').map((check) => {
        const { listed, because, value } = inShort(check);
        return [check.list, listed, value, because];
      });

    it('count once what has the same folio number and ISIN, however they are written', () => {
      const answer = both(
        [folio('12345678/90', [scheme(A, 100)], { value: 100 })],
        [folio('12345678 / 90', [scheme(A.toLowerCase(), 100)], { value: 100 })],
      );
      assert.equal(totalOf(answer), '100');
      assert.equal(positions(read(answer)).length, 1);
      assert.deepEqual(notCounted(answer), []);
    });

    it('count both of what cannot be the same', () => {
      const answer = both(
        [folio('1', [scheme(A, 100)])],
        [folio('1', [scheme(A, 100), scheme(B, 20)], { value: 120 }), folio('2', [scheme(A, 3)])],
      );
      assert.equal(totalOf(answer), '123');
      assert.deepEqual(
        positions(read(answer)).map(({ account, isin, key }) => [account.number, isin, key]),
        [
          ['1', A, 'mutual_funds[0].schemes[0]'],
          ['1', B, 'mutual_funds[1].schemes[0]'],
          ['2', A, 'mutual_funds[2].schemes[0]'],
        ],
      );
      assert.deepEqual(notCounted(answer), []);
    });

    for (const [what, mutual_funds, folios] of [
      [
        'the same holding with another value',
        [folio('1', [scheme(A, 100)])],
        [folio('1', [scheme(A, 90)])],
      ],
      [
        'a scheme without an ISIN in a folio that is counted',
        [folio('1', [scheme(A, 100)])],
        [folio('1', [scheme(null, 90)])],
      ],
      [
        'a scheme that may be the counted one without an ISIN',
        [folio('1', [scheme(null, 100)])],
        [folio('1', [scheme(B, 90)])],
      ],
      [
        'an ISIN that is counted, without a folio number',
        [folio('1', [scheme(A, 100)])],
        [folio(null, [scheme(A, 90)])],
      ],
      [
        'a folio with the number of a counted one, and no list of schemes',
        [folio('1', [scheme(A, 100)])],
        [folio('1', [], { value: 90 })],
      ],
      [
        'what may be in a counted folio without schemes',
        [folio('1', [], { value: 100 })],
        [folio('1', [scheme(A, 90)])],
      ],
      [
        'anything, where something counted has neither number nor ISIN',
        [folio(null, [scheme(null, 100)])],
        [folio('1', [scheme(A, 90)])],
      ],
    ] as const)
      it(`do not count, and say, ${what}`, () => {
        const answer = both(mutual_funds, folios);
        assert.equal(totalOf(answer), '100');
        assert.deepEqual(
          notCounted(answer).map(([, listed, value, because]) => [listed, value, because]),
          [['1', '90', 'list-maybe-counted']],
        );
      });

    it('count under either name where the other is empty', () => {
      for (const answer of [
        both([], [folio('1', [scheme(A, 100)])]),
        both([folio('1', [scheme(A, 100)])], []),
      ]) {
        assert.equal(totalOf(answer), '100');
        assert.deepEqual(notCounted(answer), []);
      }
    });

    it('lose nothing of what they say', () => {
      const paired = folio('1', [scheme(A, 100, { remark: 'only here' })], { branch: 'Pune' });
      const kept = JSON.stringify(keptFields(read(both([folio('1', [scheme(A, 100)])], [paired]))));
      assert.match(kept, /only here.*Pune|Pune.*only here/);
    });
  });

  describe('lists that the specification does not have', () => {
    const holding = (value: number) => ({ name: 'X', isin: 'INF204KB14I2', units: 1, value });

    it('count where it is known what they are: etfs, sovereign_gold_bonds, schemes of NPS', () => {
      const portfolio = read({
        demat_accounts: [
          { holdings: { etfs: [holding(100)], sovereign_gold_bonds: [holding(20)] } },
        ],
        nps: [{ schemes: [{ name: 'E', value: 3 }] }],
      });
      assert.deepEqual(
        positions(portfolio).map(({ kind, value }) => [kind, value?.toString()]),
        [
          ['demat-funds', '100'],
          ['government-securities', '20'],
          ['nps', '3'],
        ],
      );
      assert.equal(portfolioValue(portfolio)?.value.toString(), '123');
    });

    it('are said not to be counted otherwise, with what they say that they are worth', () => {
      const answer = {
        demat_accounts: [
          { holdings: { reits: [holding(10), holding(5.5)], equities: [holding(1)] } },
          { holdings: { reits: [holding(2)] } },
        ],
        insurance: { general_policies: [{ policy_number: '1' }, { policy_number: '2' }] },
        vaults: { gold: { bars: [{ quantity: 3 }] } },
      };
      assert.deepEqual(
        checksOfKind(answer, 'uncounted').map((check) => ({ list: check.list, ...inShort(check) })),
        [
          ['vaults.gold.bars', '1', null],
          ['insurance.general_policies', '2', null],
          ['demat_accounts.holdings.reits', '3', '17.5'],
        ].map(([list, listed, value]) => ({
          list,
          outcome: 'noted',
          because: 'list-not-known',
          listed,
          value,
        })),
      );
      assert.equal(
        portfolioValue(read(answer))?.value.toString(),
        Decimal.fromInteger(1).toString(),
      );
    });

    it('are not told of where they hold nothing, or something that happened', () => {
      const answer = {
        tags: ['a', 'b'],
        notes: [{ text: 'x' }],
        events: [{ date: '2025-01-01', units: 4 }],
        x_casparser: { lots: [{ value: 3 }] },
        ...folioWith({}),
      };
      assert.deepEqual(checksOfKind(answer, 'uncounted'), []);
    });
  });
});
