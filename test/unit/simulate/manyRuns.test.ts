// own process: the simulation puts stand-ins in the place of what the product's modules load.
import assert from 'node:assert/strict';

import { runSimulation } from '../../simulate/simulated.ts';

const RUNS = 2_000;
const SEED = 1;

describe('all that can go wrong around a paid request, in every order', () => {
  it(`breaks nothing in ${RUNS} runs of seed ${SEED}`, async () => {
    const lines: string[] = [];
    const options = { to: RUNS, seed: SEED, mostFailures: 1 };
    const { uploads, billed, violations } = await runSimulation(options, (line) =>
      lines.push(line),
    );
    console.log(`seed ${SEED}, ${RUNS} runs, ${uploads} uploads of which ${billed} were billed`);
    assert.equal(violations, 0, lines.join('\n'));
    // Or there was nothing that could have gone wrong.
    assert.ok(uploads > RUNS && billed > RUNS && billed < uploads);
  });
});
