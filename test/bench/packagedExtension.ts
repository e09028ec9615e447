import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { installExtensions } from '../editor/installExtensions.ts';
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
  const extensions = join(home, 'installed');
  await installExtensions(extensions, [vsix]);
  const folder = (await readdir(extensions)).find((name) => name.startsWith('casparser.'));
  if (folder === undefined) throw new Error('VS Code did not install the package.');
  return { vsixBytes: size, folder: join(extensions, folder) };
}
