import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../editor/cache.ts';
import { codeServer } from '../editor/codeServer.ts';
import { packageExtension } from '../editor/vsix.ts';

export interface PackagedExtension {
  readonly vsixBytes: number;
  /** The folder that VS Code unpacked it into. */
  readonly folder: string;
}

/** The extension as it is published: built for production, packaged and installed by VS Code below `home`. */
export async function packagedExtension(home: string): Promise<PackagedExtension> {
  const vsix = await packageExtension();
  const { size } = await stat(vsix);
  const { serverMain } = await codeServer();
  const extensions = join(home, 'installed');
  await run(process.execPath, [
    serverMain,
    `--install-extension=${vsix}`,
    `--extensions-dir=${extensions}`,
    `--server-data-dir=${join(home, 'server')}`,
    `--user-data-dir=${join(home, 'user')}`,
  ]);
  const folder = (await readdir(extensions)).find((name) => name.startsWith('casparser.'));
  if (folder === undefined) throw new Error('VS Code did not install the package.');
  return { vsixBytes: size, folder: join(extensions, folder) };
}
