import { readdir, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';

/**
 * Deletes a folder with all that is in it.
 * @param folder absolute path; links in it are deleted, not followed
 * @returns paths that are still there: none, unless the system refuses to delete them
 */
export async function removeEverything(folder: string): Promise<string[]> {
  if (!isAbsolute(folder) || dirname(folder) === folder)
    throw new TypeError('not a folder to delete');
  const options = { recursive: true, force: true, maxRetries: 3, retryDelay: 20 };
  await rm(folder, options).catch(() => undefined);
  return whatIsIn(folder);
}

/** The path itself and all below it; looks at the disk anew, so that the answer proves something. */
async function whatIsIn(path: string): Promise<string[]> {
  const siblings = await readdir(dirname(path), { withFileTypes: true }).catch(() => []);
  const entry = siblings.find(({ name }) => join(dirname(path), name) === path);
  if (!entry) return [];
  if (!entry.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true }).catch(() => []);
  return [path, ...names.map((name) => join(path, name))];
}
