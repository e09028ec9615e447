import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Breaks what is kept of a PDF, whichever key it has. @param storage folder of the extension */
export async function breakKept(storage: string, hash: string): Promise<void> {
  const folder = join(storage, 'statements');
  const names = (await readdir(folder)).filter((name) => name.startsWith(hash));
  assert.ok(names.length > 0);
  for (const name of names) await writeFile(join(folder, name), 'broken');
}
