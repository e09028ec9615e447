import type { DisturbanceKind } from '../fixtures/statementsGenerator/disturbances/disturbance.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { runInWorkers } from '../workers/runInWorkers.ts';
import type { Saver } from './savedAgain.ts';
import type { DisturbBatch, TriedDisturbance } from './tryDisturbed.ts';

export interface DisturbRun {
  readonly kinds: readonly StatementKind[];
  readonly disturbancesOf: (kind: StatementKind) => readonly DisturbanceKind[];
  /** How many of each disturbance and kind of statement. */
  readonly each: number;
  readonly seed: number;
  readonly savers: readonly Saver[];
  readonly savedShare: number;
}

const PER_BATCH = 20;
/** Not every statement can be disturbed in every way. */
const SEEDS_FOR_ONE = 6;

/** Disturbs statements and reads them, in workers. */
export async function runDisturbances(run: DisturbRun): Promise<TriedDisturbance[]> {
  const { each } = run;
  const starts = Array.from(
    { length: Math.ceil(each / PER_BATCH) },
    (_, index) => index * PER_BATCH,
  );
  const batches = run.kinds.flatMap((kind) =>
    run.disturbancesOf(kind).flatMap((disturbance) =>
      starts.map((start): DisturbBatch => ({
        kind,
        disturbance,
        firstSeed: run.seed + start * SEEDS_FOR_ONE,
        seeds: PER_BATCH * SEEDS_FOR_ONE,
        count: Math.min(PER_BATCH, each - start),
        savers: run.savers,
        savedShare: run.savedShare,
      })),
    ),
  );
  const script = new URL('disturbWorker.ts', import.meta.url);
  return (await runInWorkers<TriedDisturbance[]>(script, batches)).flat();
}
