import { eventText } from './events.ts';
import type { Invariant, Violation } from './invariants.ts';
import { makePlan } from './makePlan.ts';
import { runPlan } from './runPlan.ts';
import { shrink } from './shrink.ts';

export interface SimulationOptions {
  readonly runs: number;
  readonly seed: number;
  /** After so many failed runs it ends. */
  readonly mostFailures: number;
}

export interface SimulationFigures {
  readonly runs: number;
  readonly uploads: number;
  readonly billed: number;
  readonly perSecond: number;
  /** Runs that broke an invariant. */
  readonly violations: number;
}

/** Each seed has runs of its own. */
const SEED_STEP = 1_000_003;

/** Between runs, whatever else the process has to do has its turn. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Many runs, and what came of them. Each that fails is told in its smallest form. @param say told a line of the report */
export async function runSimulation(
  { runs, seed, mostFailures }: SimulationOptions,
  say: (line: string) => void,
): Promise<SimulationFigures> {
  const begin = performance.now();
  const broken = new Map<Invariant, number>();
  let [done, uploads, billed, failures] = [0, 0, 0, 0];
  say(`seed ${seed}, ${runs} runs`);
  while (done < runs && failures < mostFailures) {
    const plan = makePlan(seed * SEED_STEP + done);
    const result = await runPlan(plan);
    done += 1;
    uploads += result.uploads;
    billed += result.billed;
    const [first] = result.violations;
    await breath();
    if (!first) continue;
    failures += 1;
    broken.set(first.broken, (broken.get(first.broken) ?? 0) + 1);
    await tell(first);

    async function tell({ broken: what }: Violation): Promise<void> {
      const small = await shrink(plan, what);
      const again = await runPlan(small);
      say(`\nrun ${done - 1}: ${what}`);
      for (const violation of again.violations) say(`  ${violation.broken}: ${violation.how}`);
      say(`  ${JSON.stringify(small.setting)}`);
      for (const event of small.events) say(`  ${eventText(event)}`);
      say(`  npm run simulate -- --replay '${JSON.stringify(small)}'`);
    }
  }
  const seconds = (performance.now() - begin) / 1000;
  const perSecond = done / seconds;
  say(
    `${done} runs, ${uploads} uploads of which ${billed} were billed, ${failures} failed, ${perSecond.toFixed(0)} runs a second`,
  );
  for (const [what, times] of broken) say(`  ${what}: ${times}`);
  return { runs: done, uploads, billed, perSecond, violations: failures };
}
