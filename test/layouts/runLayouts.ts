import { runInWorkers } from '../workers/runInWorkers.ts';
import type { LayoutStatement } from './layoutStatements.ts';
import type { TriedLayout } from './tryLayouts.ts';

const PER_TASK = 5;

/** Reads statements in workers; what came out is in their order. */
export async function runLayouts(statements: readonly LayoutStatement[]): Promise<TriedLayout[]> {
  const tasks: LayoutStatement[][] = [];
  for (let first = 0; first < statements.length; first += PER_TASK) {
    tasks.push(statements.slice(first, first + PER_TASK));
  }
  const script = new URL('layoutsWorker.ts', import.meta.url);
  return (await runInWorkers<TriedLayout[]>(script, tasks)).flat();
}
