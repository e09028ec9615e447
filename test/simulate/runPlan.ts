import type { Plan } from './events.ts';
import { type Violation, violations } from './invariants.ts';
import { Simulation } from './simulation.ts';

/** What came of a run. */
export interface RunResult {
  readonly violations: readonly Violation[];
  /** How many uploads, and how many of them were billed: a run without any shows nothing. */
  readonly uploads: number;
  readonly billed: number;
  readonly steps: number;
}

export async function runPlan(plan: Plan): Promise<RunResult> {
  const simulation = await Simulation.of(plan);
  const ended = await simulation.run();
  const uploads = simulation.attempts.flatMap((attempt) => attempt.uploads);
  return {
    violations: violations(simulation, ended),
    uploads: uploads.length,
    billed: uploads.filter(({ billedAt }) => billedAt !== undefined).length,
    steps: simulation.clock.steps,
  };
}
