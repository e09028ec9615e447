import { leftOf } from '../fixtures/statementsGenerator/page/pageContent.ts';
import type { PlannedPage, Run } from '../fixtures/statementsGenerator/page/plan.ts';
import { textWidth } from '../fixtures/statementsGenerator/page/textWidth.ts';

/** Two texts of one line that share a place. A date and its twin do, by intent. */
export function firstOverlap({ runs }: PlannedPage): [Run, Run] | undefined {
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

/** Where a run ends, in points from the left. */
export function rightOf(run: Run): number {
  return run.vertical ? run.x : leftOf(run) + textWidth(run.text, run.size, run.bold);
}
