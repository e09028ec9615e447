import assert from 'node:assert/strict';

import { planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { leftOf } from '../fixtures/statementsGenerator/page/pageContent.ts';
import { A4 } from '../fixtures/statementsGenerator/page/plan.ts';
import { registrarLayoutValues } from '../fixtures/statementsGenerator/mutualFunds/registrarLayout.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import { firstOverlap, rightOf } from './overlap.ts';

describe('statements generator: the layout', () => {
  for (const kind of statementKinds) {
    it(`of ${kind} puts no text over another and none beside the page`, () => {
      for (let seed = 0; seed < 160; seed += 1) {
        const { plan } = planStatement(kind, seed, randomOptions(seed));
        for (const { runs } of plan.pages) {
          const inSight = runs.filter(({ outside }) => outside !== true);
          const [one, other] = firstOverlap({ runs: inSight }) ?? [];
          assert.equal(one, other, `${kind} ${seed}: ${one?.text ?? ''} | ${other?.text ?? ''}`);
          const beside = inSight.find((run) => leftOf(run) < 5 || rightOf(run) > A4.width);
          assert.equal(beside, undefined);
        }
      }
    });
  }

  for (const kind of statementKinds.filter((each) => !/cdsl|nsdl/.test(each))) {
    it(`of ${kind} has rows out of sight where they are wanted, and in sight as many as without`, () => {
      const plain = planStatement(kind, 7).plan;
      for (const rowsOutside of registrarLayoutValues.rowsOutside) {
        const { plan } = planStatement(kind, 7, { rowsOutside });
        plan.pages.forEach(({ runs }, index) => {
          const [outside, inside] = [
            runs.filter((run) => run.outside),
            runs.filter((run) => !run.outside),
          ];
          assert.equal(outside.length > 0, rowsOutside !== 'none');
          assert.ok(outside.every((run) => leftOf(run) > A4.width || run.y > A4.height + 10));
          assert.deepEqual(inside, plain.pages[index]?.runs);
        });
      }
    });
  }
});
