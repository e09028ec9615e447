import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './cache.ts';
import { codeServer } from './codeServer.ts';

/**
 * Has VS Code install packages. The folder can be copied: what it says of itself is relative.
 * @param extensions the folder that they are installed into
 */
export async function installExtensions(
  extensions: string,
  packages: readonly string[],
): Promise<void> {
  const { serverMain } = await codeServer();
  const aside = await mkdtemp(join(tmpdir(), 'casparser-installing-'));
  try {
    await run(process.execPath, [
      serverMain,
      ...packages.map((vsix) => `--install-extension=${vsix}`),
      `--extensions-dir=${extensions}`,
      `--server-data-dir=${join(aside, 'server')}`,
      `--user-data-dir=${join(aside, 'user')}`,
    ]);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
