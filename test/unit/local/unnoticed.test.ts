import assert from 'node:assert/strict';
import { tryMutants } from '../../mutants/tryMutants.ts';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import type { MutationKind } from '../../fixtures/statementsGenerator/mutations/mutation.ts';

/** Changes of one thing that no sum in the statement contradicts, by the seeds that give them. */
const changes: readonly (readonly [string, StatementKind, MutationKind, readonly number[]])[] = [
  ['a digit that rounding hides', 'cams-detailed', 'changeDigit', [9, 103, 110, 5220]],
  ['a row of stamp duty, STT or a payout that is gone', 'kfin-detailed', 'deleteRow', [5, 10, 21]],
  ['the first or only row of a security that is gone', 'nsdl', 'deleteRow', [2, 4, 16]],
  ['the same where no balance is left of it', 'cdsl', 'deleteRow', [1, 5, 10]],
  ['units and NAVs that are mixed up', 'cdsl', 'swapColumns', [124]],
];

describe('What no other place of a statement contradicts', () => {
  for (const [what, kind, mutation, seeds] of changes) {
    it(`is marked as read, not confirmed: ${what} (${kind})`, async () => {
      for (const firstSeed of seeds) {
        const { made, silent } = await tryMutants({
          kind,
          mutation,
          firstSeed,
          seeds: 1,
          count: 1,
        });
        assert.equal(made, 1);
        assert.deepEqual(silent, []);
      }
    });
  }

  it('is warned of where it would turn a redemption into a purchase: the row before it is gone', async () => {
    const batch = { kind: 'cams-detailed', mutation: 'deleteRow', firstSeed: 5219 } as const;
    const { made, marked, silent } = await tryMutants({ ...batch, seeds: 1, count: 1 });
    assert.deepEqual({ made, marked, silent }, { made: 1, marked: 0, silent: [] });
  });
});
