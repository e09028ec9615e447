import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from './chromium.ts';
import { installExtensions } from './installExtensions.ts';
import { packageExtension, packageOtherExtension } from './vsix.ts';

/** What all journeys start from, made once: folders of extensions as VS Code has installed them, to be copied. */
export interface Prepared {
  /** The packaged extension alone. */
  readonly ours: string;
  /** With the one that stands for any other. */
  readonly withOther: string;
}

/** Names the folder that a parent process has prepared. */
const VARIABLE = 'CASPARSER_PREPARED';
let preparing: Promise<Prepared> | undefined;

/**
 * Packages the extensions, installs them, and has the browser and the server ready: here, or where a parent process has done so
 * before. What was prepared here is gone when this process ends.
 */
export function prepared(): Promise<Prepared> {
  const folder = process.env[VARIABLE];
  return (preparing ??= folder === undefined ? prepare() : Promise.resolve(partsOf(folder)));
}

async function prepare(): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'casparser-prepared-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { ours, withOther } = partsOf(folder);
  const vsix = await packageExtension();
  const other = await packageOtherExtension(join(folder, 'other.vsix'));
  await installExtensions(ours, [vsix]);
  await installExtensions(withOther, [vsix, other]);
  // Installed by one, before several want it at once.
  await (await launchChromium()).close();
  process.env[VARIABLE] = folder;
  return { ours, withOther };
}

function partsOf(folder: string): Prepared {
  return { ours: join(folder, 'ours'), withOther: join(folder, 'with-other') };
}
