import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The project's root. */
export const root = join(import.meta.dirname, '..', '..');

/** What tests and `npm start` install for themselves; the same folder that @vscode/test-electron uses. */
export const cache = join(root, '.vscode-test');

/** Runs a program and returns what it printed. @throws Error with its error output */
export const run = promisify(execFile);

/**
 * Installs an npm package into the cache, once per version. Its own packages that are not declared as dependencies
 * (`inside`, a path within it) are installed as well. Install scripts do not run.
 * @returns the package's folder
 */
export async function cachedPackage(
  name: string,
  version: string,
  inside?: string,
): Promise<string> {
  const folder = join(cache, `${name.replace(/^.*\//, '')}-${version}`);
  const installed = join(folder, 'node_modules', name);
  if (existsSync(folder)) return installed;
  console.log(`Installing ${name} ${version} into .vscode-test (once; this can take a minute) ...`);
  await mkdir(cache, { recursive: true });
  // Installed aside and moved, so that an interrupted installation is never taken for a finished one.
  const aside = await mkdtemp(join(cache, 'installing-'));
  try {
    await writeFile(join(aside, 'package.json'), '{ "private": true }');
    await npmInstall(aside, `${name}@${version}`);
    if (inside !== undefined) await npmInstall(join(aside, 'node_modules', name, inside));
    await rename(aside, folder);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return installed;
}

async function npmInstall(cwd: string, ...packages: string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', ...quiet, ...packages], {
    cwd,
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
  });
}
