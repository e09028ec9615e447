import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installExtensions } from './installExtensions.ts';
import { packageExtension, packageOtherExtension } from './vsix.ts';

/** Names the folder that a parent process has prepared. */
const VARIABLE = 'CASPARSER_PREPARED';
let preparing: Promise<string> | undefined;

/**
 * What all journeys start from, made once, here or by a parent process: the packaged extension and the one that stands for any
 * other, as VS Code has installed them, and VS Code itself. What was made here is gone when this process ends.
 * @returns the folder of extensions, to be copied
 */
export function prepared(): Promise<string> {
  const extensions = process.env[VARIABLE];
  return (preparing ??= extensions === undefined ? prepare() : Promise.resolve(extensions));
}

async function prepare(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'casparser-prepared-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const vsix = await packageExtension();
  const other = await packageOtherExtension(join(folder, 'other.vsix'));
  const extensions = join(folder, 'extensions');
  await installExtensions(extensions, [vsix, other]);
  process.env[VARIABLE] = extensions;
  return extensions;
}
