import { Uri, commands } from 'vscode';
import type { Container } from '../../container.ts';
import { isAppError } from '../../service/appError.ts';
import { fileName } from '../../views/fileName.ts';
import { reportProblem } from '../reportProblem.ts';

/** Does something with a document; for an account statement that is refused, it offers to parse it. */
export async function parsesInstead(
  container: Container,
  passed: unknown,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isAboutFile = isAppError(
      error,
      'notForSmartExtract',
      'lockedForSmartExtract',
      'notLookedThrough',
      'sheetOfHoldings',
    );
    if (!isAboutFile || !(passed instanceof Uri)) throw error;
    void reportProblem(container, error, {
      file: fileName(passed),
      again: async () => {
        await commands.executeCommand('casParser.parsePdf', passed);
      },
    });
  }
}
