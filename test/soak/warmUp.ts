import { readFile } from 'node:fs/promises';
import type { TestWindow } from '../unit/statements/testWindow.ts';
import type { InventedStatement } from './inventStatements.ts';

/**
 * Does everything for the first time, in the sandbox, whose requests count apart: by a faster clock that takes seconds,
 * and requests would come later than they were admitted.
 * @param statements ten at most, which is the sandbox's limit for a minute
 */
export async function warmUp(
  window: TestWindow,
  statements: readonly InventedStatement[],
): Promise<void> {
  await Promise.all(
    statements.map(async ({ path }) => window.parse(await readFile(path), { sample: true })),
  );
}
