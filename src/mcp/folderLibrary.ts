import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { SAVED_ENDING } from '../portfolio/savedPortfolio.ts';
import { ReadingLimit } from '../tools/readingLimit.ts';
import { type KnownStatement, type StatementLibrary, inOrder } from '../tools/statementLibrary.ts';
import { knownStatement } from '../tools/statementLibrary.ts';

/** As in the editor: beyond these a folder is not one of portfolios. */
const MOST_FILES = 500;
const DEEPEST = 8;

interface Known {
  readonly asOf: string;
  readonly statement: KnownStatement | undefined;
}

/** The saved portfolios below some folders, read again when they change. Links are not followed out of them. */
export function folderLibrary(folders: readonly string[]): StatementLibrary {
  const known = new Map<string, Known>();

  async function read(
    folder: string,
    path: string,
    limit: ReadingLimit,
  ): Promise<KnownStatement | undefined> {
    try {
      const { size, mtimeMs } = await stat(path);
      if (!limit.takes(size)) return undefined;
      const asOf = `${size} ${mtimeMs}`;
      const before = known.get(path);
      if (before?.asOf === asOf) return before.statement;
      const statement = knownStatement(await readFile(path, 'utf8'), relative(folder, path));
      known.set(path, { asOf, statement });
      return statement;
    } catch {
      // Gone since, or not ours to read: there is one less.
      return undefined;
    }
  }

  return {
    async read() {
      const limit = new ReadingLimit();
      const found: KnownStatement[] = [];
      const paths = new Set<string>();
      for (const folder of folders)
        for (const path of await savedPortfolios(folder)) {
          paths.add(path);
          const statement = await read(folder, path, limit);
          if (statement) found.push(statement);
        }
      for (const path of known.keys()) if (!paths.has(path)) known.delete(path);
      return { statements: inOrder(found), leftOut: limit.leftOut };
    },
  };
}

async function savedPortfolios(top: string): Promise<string[]> {
  const found: string[] = [];
  const folders = [{ path: top, depth: 0 }];
  for (let folder = folders.shift(); folder; folder = folders.shift()) {
    const { path, depth } = folder;
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isFile() && entry.name.endsWith(SAVED_ENDING)) found.push(join(path, entry.name));
      const isOurs = entry.name !== 'node_modules' && !entry.name.startsWith('.');
      if (entry.isDirectory() && isOurs && depth < DEEPEST)
        folders.push({ path: join(path, entry.name), depth: depth + 1 });
      if (found.length >= MOST_FILES) return found;
    }
  }
  return found;
}
