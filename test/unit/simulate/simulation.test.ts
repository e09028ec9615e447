// own process: the simulation puts stand-ins in the place of what the product's modules load.
import assert from 'node:assert/strict';
import { setImmediate as settled } from 'node:timers/promises';

import type { Plan, SimEvent } from '../../simulate/events.ts';
import { makePlan } from '../../simulate/makePlan.ts';
import { runPlan } from '../../simulate/simulated.ts';

const plan = (...events: SimEvent[]): Plan => ({
  seed: 1,
  setting: {
    statements: ['plain', 'locked'],
    parseTimeout: 60,
    part: 'pdf_file',
    replacesIds: false,
    keepStatements: true,
    credits: null,
    tellsProcesses: true,
    account: 'key',
  },
  events,
});

describe('the simulation', () => {
  it('parses what is asked for, and finds nothing wrong with it', async () => {
    const { uploads, billed, violations } = await runPlan(
      plan(
        { at: 0, do: 'parse', in: 'A', file: 0 },
        { at: 100, do: 'batch', in: 'B', files: [0, 1] },
      ),
    );
    assert.deepEqual({ uploads, billed, violations }, { uploads: 2, billed: 2, violations: [] });
  });

  it('has the same run for the same seed', async () => {
    for (const seed of [1, 2, 3]) {
      const [one, other] = [await runPlan(makePlan(seed)), await runPlan(makePlan(seed))];
      assert.deepEqual(one, other);
    }
  });

  it('goes on in a new window after the first was killed in the middle', async () => {
    const { billed, violations } = await runPlan(
      plan(
        { at: 0, do: 'batch', in: 'A', files: [0, 1] },
        { at: 3_000, do: 'kill', in: 'A' },
        { at: 20_000, do: 'click', in: 'A', button: 'Go On' },
      ),
    );
    assert.deepEqual({ billed, violations }, { billed: 2, violations: [] });
  });

  it('pays again when the person says so', async () => {
    const { billed, violations } = await runPlan(
      plan(
        { at: 0, do: 'upload', fate: { how: 'cut', work: 2_000 } },
        { at: 0, do: 'parse', in: 'A', file: 0 },
        { at: 200_000, do: 'click', in: 'A', button: 'Parse Again (1 Credit)' },
      ),
    );
    // The other statement is asked for at the end, as all are.
    assert.deepEqual({ billed, violations }, { billed: 3, violations: [] });
  });

  it('leaves no failure untold when what failed in a batch is tried again while secrets are locked', async () => {
    const untold: unknown[] = [];
    const listen = (reason: unknown) => untold.push(reason);
    process.on('unhandledRejection', listen);
    try {
      const { billed, violations } = await runPlan(
        plan(
          { at: 0, do: 'upload', fate: { how: 'failed', work: 2_000 } },
          { at: 0, do: 'batch', in: 'A', files: [0, 1] },
          { at: 100_000, do: 'secrets', are: 'locked', for: 30_000 },
          { at: 110_000, do: 'click', in: 'A', button: 'Retry Failed' },
        ),
      );
      assert.deepEqual({ billed, violations }, { billed: 2, violations: [] });
      await settled();
      assert.deepEqual(untold, []);
    } finally {
      process.off('unhandledRejection', listen);
    }
  });

  it('keeps the key that a sign-in brings', async () => {
    const { violations } = await runPlan(
      plan(
        { at: 0, do: 'signIn', in: 'A', approve: 7_000 },
        { at: 60_000, do: 'parse', in: 'A', file: 0 },
      ),
    );
    assert.deepEqual(violations, []);
  });
});
