import assert from 'node:assert/strict';

import { planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { leftOf } from '../fixtures/statementsGenerator/page/pageContent.ts';
import { A4 } from '../fixtures/statementsGenerator/page/plan.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import { firstOverlap, rightOf } from './overlap.ts';

describe('statements generator: the layout', function () {
  this.timeout(10_000); // many statements are planned, perhaps on a busy machine

  for (const kind of statementKinds) {
    it(`of ${kind} puts no text over another and none beside the page`, () => {
      for (let seed = 0; seed < 160; seed += 1) {
        const { plan } = planStatement(kind, seed, randomOptions(seed));
        for (const page of plan.pages) {
          const [one, other] = firstOverlap(page) ?? [];
          assert.equal(one, other, `${kind} ${seed}: ${one?.text ?? ''} | ${other?.text ?? ''}`);
          const beside = page.runs.find((run) => leftOf(run) < 5 || rightOf(run) > A4.width);
          assert.equal(beside, undefined);
        }
      }
    });
  }
});
