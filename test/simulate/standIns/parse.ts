import { isAppError } from '../../../src/service/appError.ts';
import { parseStatement as parse } from '../../../src/statements/parseStatement.ts';
import type {
  ParseStorage,
  ParsedStatement,
  ParseRequest,
  ParseInteraction,
} from '../../../src/statements/parseRequest.ts';
import { sha256 } from '../../../src/statements/sha256.ts';
import { type Attempt, within } from '../attempts.ts';
import { thisWindow } from '../editorWindow.ts';

/** The product's own, watched: what was wished, what left, and what the person gets. */
export async function parseStatement(
  wish: ParseRequest,
  keeping: ParseStorage,
  help: ParseInteraction,
): Promise<ParsedStatement | undefined> {
  const window = thisWindow();
  const { statements, attempts } = window.world;
  const hash = sha256(wish.pdf);
  const statement = statements.find((one) => one.hash === hash);
  if (!statement) throw new Error('a PDF that nobody knows');
  const { payAgain, sample } = wish;
  const attempt: Attempt = { window, statement, wish: { payAgain, sample }, uploads: [] };
  attempts.push(attempt);
  return within(attempt, async () => {
    try {
      const parsed = await parse(wish, keeping, help);
      attempt.end = { parsed };
      attempt.keptOrTold = window.keepsOrTold(hash);
      return parsed;
    } catch (error) {
      if (isAppError(error)) attempt.end = { problem: error };
      throw error;
    }
  });
}
