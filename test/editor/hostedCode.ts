#!/usr/bin/env node
/**
 * Takes the place of VS Code's executable for `runTests` of @vscode/test-electron where the desktop program cannot be
 * had: same flags, same exit code, but the workbench runs in a headless browser.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBareServer } from './bareServer.ts';
import { launchChromium } from './chromium.ts';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});

const home = await mkdtemp(join(tmpdir(), 'casparser-host-'));
const server = await startBareServer(home);
const browser = await launchChromium();
try {
  process.exitCode = await server.run(
    await browser.newPage({ viewport: { width: 1400, height: 900 } }),
    {
      extension: String(values.extensionDevelopmentPath),
      path: String(values.extensionTestsPath),
      folder: positionals[0] ?? home,
    },
    (words) => console.log(...words),
  );
} finally {
  await browser.close();
  await server.stop();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
}
