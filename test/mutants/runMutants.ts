import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { mutationKinds } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import { runInWorkers } from '../workers/runInWorkers.ts';
import type { Batch, BatchResult } from './tryMutants.ts';

const PER_BATCH = 25;
const SEEDS_PER_BATCH = 4 * PER_BATCH;

export interface MutantsRun {
  readonly kinds: readonly StatementKind[];
  /** Mutants of each kind, shared evenly among the ways to change one. */
  readonly each: number;
  readonly seed: number;
}

/** Makes mutants of statements and reads them, in workers. */
export function runMutants(run: MutantsRun): Promise<BatchResult[]> {
  const script = new URL('mutantsWorker.ts', import.meta.url);
  return runInWorkers<BatchResult>(
    script,
    run.kinds.flatMap((kind) => batchesOf(kind, run)),
  );
}

/** The share that went unnoticed, 0 to 1: neither warned of nor marked as unconfirmed. */
export function unnoticedShare(results: readonly BatchResult[]): number {
  const made = results.reduce((sum, batch) => sum + batch.made, 0);
  const silent = results.reduce((sum, batch) => sum + batch.silent.length, 0);
  return made === 0 ? 0 : silent / made;
}

function batchesOf(kind: StatementKind, { each, seed }: MutantsRun): Batch[] {
  const perMutation = Math.ceil(each / mutationKinds.length);
  const starts = Array.from({ length: Math.ceil(perMutation / PER_BATCH) }, (_, index) => index);
  return mutationKinds.flatMap((mutation) =>
    starts.map((start) => ({
      kind,
      mutation,
      firstSeed: seed + start * SEEDS_PER_BATCH,
      seeds: SEEDS_PER_BATCH,
      count: Math.min(PER_BATCH, perMutation - start * PER_BATCH),
    })),
  );
}
