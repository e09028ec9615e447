import { setImmediate } from 'node:timers/promises';
import { type Uri, workspace } from 'vscode';
import type { Container } from '../../container.ts';
import { ReadingLimit } from '../../tools/readingLimit.ts';
import {
  type KnownStatement,
  type StatementLibrary,
  inOrder,
  knownStatement,
} from '../../tools/statementLibrary.ts';
import { SAVED_ENDING } from '../../portfolio/savedPortfolio.ts';
import { keptForModels } from './keptForModels.ts';

const MOST_FILES = 500;

/**
 * All that was parsed and is at hand: portfolios saved in the workspace, those that were parsed just now and are not saved yet, and
 * the statements that are kept on this computer, once the person has agreed to that in this workspace.
 */
export function parsedStatements(container: Container): StatementLibrary {
  const mayReadKept = keptForModels(container);
  const saved = new Map<string, { asOf: string; statement: KnownStatement | undefined }>();
  const open = new WeakMap<object, KnownStatement | undefined>();

  async function read(file: Uri, limit: ReadingLimit): Promise<KnownStatement | undefined> {
    try {
      const { size, mtime } = await workspace.fs.stat(file);
      if (!limit.takes(size)) return undefined;
      const asOf = `${size} ${mtime}`;
      const before = saved.get(file.toString());
      if (before?.asOf === asOf) return before.statement;
      // The editor has its turn between two files.
      await setImmediate();
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      const statement = knownStatement(text, workspace.asRelativePath(file));
      saved.set(file.toString(), { asOf, statement });
      return statement;
    } catch {
      return undefined;
    }
  }

  function readPanel(panel: Container['panels']['all'][number]): KnownStatement | undefined {
    if (!open.has(panel))
      open.set(panel, knownStatement(panel.text, workspace.asRelativePath(panel.pdf)));
    return open.get(panel);
  }

  return {
    async read() {
      const limit = new ReadingLimit();
      const found: (KnownStatement | undefined)[] = [];
      const files = await workspace.findFiles(`**/*${SAVED_ENDING}`, undefined, MOST_FILES);
      for (const file of files) found.push(await read(file, limit));
      const names = new Set(files.map(String));
      for (const name of saved.keys()) if (!names.has(name)) saved.delete(name);
      for (const panel of container.panels.all)
        if (limit.takes(panel.text.length)) found.push(readPanel(panel));
      const kept = (await container.storage.statements.hashes()).length;
      if (await mayReadKept(kept)) found.push(...(await container.keptInMemory.read(limit)));
      const statements = inOrder(found.filter((statement) => statement !== undefined));
      return { statements, leftOut: limit.leftOut };
    },
  };
}
