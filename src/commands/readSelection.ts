import type { SavedStatement } from '../views/familyPanel.ts';
import { chooseSaved } from './chooseSaved.ts';
import { filesOf } from './filesOf.ts';
import { readAllSaved } from './readSaved.ts';

interface Words {
  /** Of the box that asks. */
  readonly title: string;
  /** Told when the workspace has less than two. */
  readonly tooFew: string;
}

/**
 * Reads two or more saved portfolios.
 * @param selection what a menu passes; what lacks to two is asked for
 * @returns none when there are too few, nothing is chosen, or one cannot be read, which the person is told
 */
export async function readSelection(
  [one, all]: readonly unknown[],
  words: Words,
): Promise<readonly SavedStatement[]> {
  const given = filesOf(one, all);
  const files = given.length >= 2 ? given : await chooseSaved({ ...words, given });
  return files.length < 2 ? [] : readAllSaved(files);
}
