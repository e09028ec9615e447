import assert from 'node:assert/strict';
import { chanceFrom } from '../../fixtures/statementsGenerator/seededRandom.ts';
import { plainOptions } from '../../fixtures/statementsGenerator/options.ts';
import { optionsToBlame } from '../../layouts/blame.ts';
import { coveringArray } from '../../layouts/coveringArray.ts';
import type { Choice } from '../../layouts/coveringArray.ts';
import type { LayoutStatement } from '../../layouts/layoutStatements.ts';
import type { LayoutReading } from '../../layouts/readLayout.ts';

const sizes = [2, 3, 4, 2, 5, 2, 2, 3];
const always = (): boolean => true;

function isIn(row: readonly number[], one: Choice, other: Choice): boolean {
  return row[one.dimension] === one.value && row[other.dimension] === other.value;
}

describe('A covering array', () => {
  it('has every two values of two dimensions in some row, in few rows', () => {
    const rows = coveringArray({ sizes, mayMeet: always, chance: chanceFrom(7), leastRows: 1 });
    for (const [one, size] of sizes.entries()) {
      for (const [other, otherSize] of sizes.entries()) {
        if (one >= other) continue;
        for (let value = 0; value < size * otherSize; value += 1) {
          const first = { dimension: one, value: value % size };
          const second = { dimension: other, value: Math.floor(value / size) };
          assert.ok(rows.some((row) => isIn(row, first, second)));
        }
      }
    }
    // No fewer than the two largest have pairs; all rows would be 5,760.
    assert.ok(rows.length >= 20 && rows.length <= 30, `${rows.length} rows`);
  });

  it('keeps apart what may not meet, and has all else', () => {
    const mayMeet = (one: Choice, other: Choice): boolean => {
      const values = new Map([one, other].map(({ dimension, value }) => [dimension, value]));
      return values.get(2) !== 3 || (values.get(4) ?? 0) < 3;
    };
    const rows = coveringArray({ sizes, mayMeet, chance: chanceFrom(7), leastRows: 1 });
    const withValue = (value: number): Set<number | undefined> =>
      new Set(rows.filter((row) => row[2] === 3).flatMap((row) => (row[4] === value ? value : [])));
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((value) => withValue(value).size),
      [1, 1, 1, 0, 0],
    );
  });

  it('lets pairs meet again where more rows are wanted', () => {
    const rows = coveringArray({ sizes, mayMeet: always, chance: chanceFrom(7), leastRows: 60 });
    assert.equal(rows.length, 60);
    assert.ok(new Set(rows.map(String)).size > 55);
  });
});

describe('What is to blame for a statement that is read wrong', () => {
  const statement: LayoutStatement = {
    kind: 'nsdl',
    seed: 1,
    options: {
      ...plainOptions,
      bonds: true,
      disclaimers: true,
      grouping: 'none',
      jointHolders: true,
      wideAmounts: true,
      wrappedCells: true,
    },
  };
  const right: LayoutReading = { fields: 100, wrong: [], falseWarnings: [] };

  it('is the fewest options with which it is still read wrong in the same way', async () => {
    const read = ({ options }: LayoutStatement): Promise<LayoutReading> => {
      const wrong = [
        ...(options.disclaimers ? ['/investor/name: A instead of B'] : []),
        ...(options.bonds && options.wrappedCells ? ['/nps/0/value: 1 instead of 2'] : []),
      ];
      return Promise.resolve({ ...right, wrong });
    };
    const before = { ...right, wrong: ['/nps/3/value: 8 instead of 9'] };
    const blame = await optionsToBlame(statement, before, read);
    assert.deepEqual(blame, { bonds: true, wrappedCells: true });
  });

  it('is none where a statement is read wrong on the plain path', async () => {
    const before = { ...right, falseWarnings: ['no-total, page 2, row 3'] };
    assert.deepEqual(await optionsToBlame(statement, before, () => Promise.resolve(before)), {});
  });
});
