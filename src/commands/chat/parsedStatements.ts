import { type Uri, workspace } from 'vscode';
import type { Rooms } from '../../rooms.ts';
import {
  type KnownStatement,
  type StatementLibrary,
  inOrder,
  knownStatement,
} from '../../tools/statementLibrary.ts';
import { LARGEST_BYTES } from '../../views/largestPortfolio.ts';
import { SAVED_ENDING } from '../../views/savedPortfolio.ts';
import { keptForModels } from './keptForModels.ts';

const MOST_FILES = 500;

/**
 * All that was parsed and is at hand: portfolios saved in the workspace, those that were parsed just now and are not saved yet, and
 * the statements that are kept on this computer, once the person has agreed to that in this workspace.
 */
export function parsedStatements(rooms: Rooms): StatementLibrary {
  const mayReadKept = keptForModels(rooms);
  const saved = new Map<string, { asOf: string; statement: KnownStatement | undefined }>();

  async function read(file: Uri): Promise<KnownStatement | undefined> {
    try {
      const { size, mtime } = await workspace.fs.stat(file);
      if (size > LARGEST_BYTES) return undefined;
      const asOf = `${size} ${mtime}`;
      const before = saved.get(file.toString());
      if (before?.asOf === asOf) return before.statement;
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      const statement = knownStatement(text, workspace.asRelativePath(file));
      saved.set(file.toString(), { asOf, statement });
      return statement;
    } catch {
      return undefined;
    }
  }

  return {
    async statements() {
      const files = await workspace.findFiles(`**/*${SAVED_ENDING}`, undefined, MOST_FILES);
      const found = await Promise.all(files.map(read));
      for (const { text, pdf } of rooms.panels.all)
        found.push(knownStatement(text, workspace.asRelativePath(pdf)));
      const hashes = await rooms.storage.statements.hashes();
      for (const hash of (await mayReadKept(hashes.length)) ? hashes : []) {
        const kept = await rooms.storage.statements.find(hash);
        if (kept) found.push(knownStatement(kept.text, null));
      }
      return inOrder(found.filter((statement) => statement !== undefined));
    },
  };
}
