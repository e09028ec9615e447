import assert from 'node:assert/strict';
import fc from 'fast-check';
import { valueLine } from '../../../../src/portfolio/compare/valueLine.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { held, JOINT_HOLDER, statementOf, withScheme } from './statements.ts';

function worth(day: string | null, total: number, parts: object = {}): Portfolio {
  return statementOf(day, { total, ...parts });
}

const MARCH = worth('2026-03-31', 100);
const APRIL = worth('2026-04-30', 120);
const MAY = worth('2026-05-31', 90);

describe('the value line', () => {
  it('has a point for each statement, by date', () => {
    const { points, warnings, leftOut } = valueLine([MAY, MARCH, APRIL]);
    assert.deepEqual(
      points.map(({ date, value, portfolio }) => [date, value.value.toString(), portfolio]),
      [
        ['2026-03-31', '100', MARCH],
        ['2026-04-30', '120', APRIL],
        ['2026-05-31', '90', MAY],
      ],
    );
    assert.deepEqual([warnings, leftOut], [[], []]);
  });

  it('is the same in whatever order the statements come', () => {
    const statements = [MARCH, APRIL, MAY, worth('2025-12-31', 80), worth('2026-01-31', 85)];
    const expected = valueLine(statements);
    fc.assert(
      fc.property(fc.shuffledSubarray(statements, { minLength: statements.length }), (shuffled) => {
        assert.deepEqual(valueLine(shuffled), expected);
      }),
    );
  });

  it('says whether a value is printed or summed', () => {
    const { points } = valueLine([withScheme('2026-03-31', held(1, 10)), APRIL]);
    assert.deepEqual(
      points.map(({ value }) => value.computed),
      [true, false],
    );
  });

  it('leaves out what has no date or no value', () => {
    const without = [worth(null, 1), worth('2026-02-30', 1), statementOf('2026-04-30', {})];
    const { points, leftOut } = valueLine([MARCH, ...without]);
    assert.deepEqual(
      points.map(({ portfolio }) => portfolio),
      [MARCH],
    );
    assert.deepEqual(leftOut, without);
  });

  it('warns of a day that comes twice, and has both points', () => {
    const { points, warnings } = valueLine([APRIL, MARCH, worth('2026-04-30', 125)]);
    assert.equal(points.length, 3);
    assert.deepEqual(warnings, ['same-day']);
  });

  it('warns of other investors and of other kinds of statements', () => {
    assert.deepEqual(
      valueLine([MARCH, worth('2026-04-30', 1, { investor: JOINT_HOLDER })]).warnings,
      ['different-investors'],
    );
    assert.deepEqual(valueLine([MARCH, worth('2026-04-30', 1, { investor: {} })]).warnings, [
      'investors-not-known',
    ]);
    assert.deepEqual(valueLine([MARCH, worth('2026-04-30', 1, { kind: 'CDSL' })]).warnings, [
      'different-kinds',
    ]);
  });

  it('sees two investors of one name although a third statement has no PAN', () => {
    const name = 'Sample Investor';
    const warnings = valueLine([
      worth('2026-01-31', 1, { investor: { name } }),
      worth('2026-02-28', 1, { investor: { name, pan: 'ABCDE1234F' } }),
      worth('2026-03-31', 1, { investor: { name, pan: 'FGHIJ5678K' } }),
    ]).warnings;
    assert.deepEqual(warnings, ['different-investors']);
  });

  it('is empty without statements', () => {
    assert.deepEqual(valueLine([]), { points: [], warnings: [], leftOut: [] });
  });
});
