import { Uri, commands } from 'vscode';
import type { Rooms } from '../../rooms.ts';
import { isProblem } from '../../service/problem.ts';
import { fileName } from '../../views/fileName.ts';
import { reportProblem } from '../reportProblem.ts';

/** Does something with a document; for an account statement that is refused, it offers to parse it. */
export async function parsesInstead(
  rooms: Rooms,
  passed: unknown,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isAboutFile = isProblem(
      error,
      'notForSmartExtract',
      'lockedForSmartExtract',
      'notLookedThrough',
      'sheetOfHoldings',
    );
    if (!isAboutFile || !(passed instanceof Uri)) throw error;
    void reportProblem(rooms, error, {
      file: fileName(passed),
      again: async () => {
        await commands.executeCommand('casParser.parsePdf', passed);
      },
    });
  }
}
