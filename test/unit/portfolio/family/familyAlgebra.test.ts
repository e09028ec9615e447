import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { asFamily } from '../../../../src/portfolio/family/asFamily.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { demat, folio, JOINT_HOLDER, statementOf } from '../compare/statements.ts';
import { SAMPLES, samplePortfolio } from '../samples.ts';

const paise = fc.integer({ min: 0, max: 10_000_000 }).map((amount) => amount / 100);
const units = fc.constantFrom(0, 1, 2.5, 10.125);
const isin = fc.constantFrom('INF000D01B29', 'INF000D01E59', undefined);

const scheme = fc.record({
  isin,
  name: fc.constantFrom('Example Fund', 'EXM01-Example Fund', 'Sample Fund', undefined),
  units,
  value: fc.option(paise),
  cost: fc.option(paise),
});

const folioOf = fc
  .tuple(
    fc.constantFrom('1', '01 / 1', '1/1', '1/2', '2', null),
    fc.array(scheme, { maxLength: 3 }),
    fc.constantFrom('Axis', 'Axis Mutual Fund', 'Kotak', 'Kotak Mahindra', null),
  )
  .map((parts) => folio(...parts));

const account = fc
  .tuple(
    fc.constantFrom('1200000000000001', '1200000000000002', 'IN30000010000001'),
    fc.array(fc.record({ isin, units, value: paise }), { maxLength: 3 }),
  )
  .map((parts) => demat(...parts));

const statement: fc.Arbitrary<Portfolio> = fc
  .record({
    day: fc.constantFrom('2026-03-31', '2026-04-30', null),
    kind: fc.constantFrom('CDSL', 'NSDL', 'CAMS_KFINTECH'),
    investor: fc.constantFrom(JOINT_HOLDER, { name: 'Sample Investor' }, {}),
    total: fc.option(paise, { nil: undefined }),
    folios: fc.array(folioOf, { maxLength: 3 }),
    accounts: fc.array(account, { maxLength: 2 }),
    nps: fc.array(fc.record({ pran: fc.constant('110000000001'), value: paise }), { maxLength: 1 }),
  })
  .map(({ day, total, accounts, ...parts }) =>
    statementOf(day, { ...parts, demat: accounts, ...(total === undefined ? {} : { total }) }),
  );

const statements = fc.array(statement, { maxLength: 5 });

describe('whatever statements a family has', () => {
  it('its total and its deductions are the sum of the parts, exactly', () => {
    let deducted = 0;
    fc.assert(
      fc.property(statements, (all) => {
        const { parts, deductions, total, sum, byMember } = asFamily(all).totals;
        const values = parts.flatMap(({ value }) => (value ? [value.value] : []));
        assert.ok(sum.equals(Decimal.sum(values)));
        assert.ok(total.plus(Decimal.sum(deductions.map(({ value }) => value))).equals(sum));
        assert.ok(Decimal.sum(byMember).equals(total));
        deducted += deductions.length;
      }),
    );
    assert.ok(deducted > 50, `only ${deducted} deductions were seen`);
  });

  it('its total is the same in whatever order they come', () => {
    const shuffled = statements.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        const [one, other] = [all, others].map((list) => {
          const family = asFamily(list);
          const { total, deductions } = family.totals;
          return {
            total: total.trimmed(0).toString(),
            deductions: deductions.map(({ value }) => value.trimmed(0).toString()).sort(),
            possible: family.possibleOverlaps.map(({ because }) => because).sort(),
            members: family.members.length,
          };
        });
        assert.deepEqual(one, other);
      }),
    );
  });

  it('every holding is listed once, left out or not', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { holdings, overlaps } = asFamily(all);
        const listed = holdings.map(({ position }) => position);
        assert.equal(new Set(listed).size, listed.length);
        const leftOut = holdings.filter((holding) => holding.leftOut).length;
        const pieces = overlaps.flatMap((overlap) => overlap.leftOut);
        assert.equal(leftOut, pieces.flatMap(({ positions }) => positions).length);
      }),
    );
  });

  it('the same statement twice is as good as once', () => {
    for (const sample of SAMPLES) {
      const once = asFamily([samplePortfolio(sample)]).totals.total;
      const { totals, members } = asFamily([samplePortfolio(sample), samplePortfolio(sample)]);
      assert.equal(totals.total.toString(), once.toString());
      assert.equal(members.length, 1);
    }
  });
});
