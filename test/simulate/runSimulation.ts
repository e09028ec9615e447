import { eventText } from './events.ts';
import type { Invariant } from './invariants.ts';
import { makePlan } from './makePlan.ts';
import { runPlan } from './runPlan.ts';
import { shrink } from './shrink.ts';
import type { Plan } from './events.ts';

export interface SimulationOptions {
  /** Number of the first run, and of the one that is not done any more. */
  readonly from?: number;
  readonly to: number;
  readonly seed: number;
  /** After so many failed runs it ends. */
  readonly mostFailures: number;
}

export interface SimulationFigures {
  readonly runs: number;
  readonly uploads: number;
  readonly billed: number;
  /** Runs that broke an invariant. */
  readonly violations: number;
}

/** Each seed has runs of its own. */
const SEED_STEP = 1_000_003;

/** Many runs, and what came of them. Each that fails is told in its smallest form. @param say told a line of the report */
export async function runSimulation(
  { from = 0, to, seed, mostFailures }: SimulationOptions,
  say: (line: string) => void,
): Promise<SimulationFigures> {
  let [done, uploads, billed, failures] = [0, 0, 0, 0];
  for (let run = from; run < to && failures < mostFailures; run++) {
    const plan = makePlan(seed * SEED_STEP + run);
    const result = await runPlan(plan);
    done += 1;
    uploads += result.uploads;
    billed += result.billed;
    const [first] = result.violations;
    if (first) {
      failures += 1;
      for (const line of await report(run, plan, first.broken)) say(line);
    }
    await breath();
  }
  return { runs: done, uploads, billed, violations: failures };
}

/** A run that failed, as small as it can be, with the command that repeats it. */
async function report(run: number, plan: Plan, broken: Invariant): Promise<string[]> {
  const small = await shrink(plan, broken);
  const { violations } = await runPlan(small);
  return [
    `\nrun ${run}: ${broken}`,
    ...violations.map((violation) => `  ${violation.broken}: ${violation.how}`),
    `  ${JSON.stringify(small.setting)}`,
    ...small.events.map((event) => `  ${eventText(event)}`),
    `  npm run simulate -- --replay '${JSON.stringify(small)}'`,
  ];
}

/** Between runs, whatever else the process has to do has its turn. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
