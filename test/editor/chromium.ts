import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { cache, cachedPackage, run } from './cache.ts';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * A headless browser: on Linux one that comes from the npm registry and needs no installed library,
 * elsewhere the Chrome that is there. CHROMIUM_PATH names another.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined)
    return chromium.launch({ executablePath: named, args: quiet, timeout: 0 });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return chromium.launch({ channel: 'chrome', args: quiet, timeout: 0 });
  const folder = await unpackedChromium();
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env, ...(await borrowedLibraries(folder, executablePath)) };
  return chromium.launch({ executablePath, args: quiet, env, timeout: 0 });
}

const VERSION = '153.0.0';

/** The package holds the browser compressed and unpacks it into the folder for temporary files. */
async function unpackedChromium(): Promise<string> {
  const folder = join(cache, `chromium-${VERSION}`, 'unpacked');
  const installed = await cachedPackage('@sparticuz/chromium', VERSION);
  if (existsSync(join(folder, 'done'))) return folder;
  await mkdir(folder, { recursive: true });
  const library = pathToFileURL(join(installed, 'build', 'index.js')).href;
  const script = `
    const { default: chromium } = await import(${JSON.stringify(library)});
    await chromium.executablePath();
    (await import('node:fs')).writeFileSync(${JSON.stringify(join(folder, 'done'))}, '');`;
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    // The second variable makes it unpack the libraries that bare machines lack.
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  return folder;
}

/** The libraries and fonts that came with the browser, as far as this machine has none of its own. */
async function borrowedLibraries(
  folder: string,
  executable: string,
): Promise<Record<string, string>> {
  const needed = await run('ldd', [executable]).then(
    ({ stdout }) => stdout,
    () => '',
  );
  return {
    ...(needed.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {}),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}
