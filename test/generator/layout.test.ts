import assert from 'node:assert/strict';

import { planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { leftOf } from '../fixtures/statementsGenerator/page/pageContent.ts';
import { A4 } from '../fixtures/statementsGenerator/page/plan.ts';
import type { PlannedPage, Run } from '../fixtures/statementsGenerator/page/plan.ts';
import { textWidth } from '../fixtures/statementsGenerator/page/textWidth.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';

describe('statements generator: the layout', function () {
  this.timeout(10_000); // many statements are planned, perhaps on a busy machine

  for (const kind of statementKinds) {
    it(`of ${kind} puts no text over another and none beside the page`, () => {
      for (let seed = 0; seed < 160; seed += 1) {
        const { plan } = planStatement(kind, seed, randomOptions(seed));
        for (const page of plan.pages) {
          const [one, other] = overlapping(page) ?? [];
          assert.equal(one, other, `${kind} ${seed}: ${one?.text ?? ''} | ${other?.text ?? ''}`);
          const beside = page.runs.find((run) => leftOf(run) < 5 || rightOf(run) > A4.width);
          assert.equal(beside, undefined);
        }
      }
    });
  }
});

/** Two texts of one line that share a place. A date and its twin do, by intent. */
function overlapping({ runs }: PlannedPage): [Run, Run] | undefined {
  const lines = Map.groupBy(
    runs.filter(({ vertical }) => !vertical),
    ({ y }) => y.toFixed(2),
  );
  for (const line of lines.values()) {
    const sorted = line.toSorted((a, b) => leftOf(a) - leftOf(b));
    for (const [index, run] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next && leftOf(next) < rightOf(run)) return [run, next];
    }
  }
  return undefined;
}

function rightOf(run: Run): number {
  return run.vertical ? run.x : leftOf(run) + textWidth(run.text, run.size, run.bold);
}
