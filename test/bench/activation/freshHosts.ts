import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import {
  type BareServer,
  type ProgramInHost,
  dataOf,
  startBareServer,
} from '../../editor/bareServer.ts';
import { launchChromium } from '../../editor/chromium.ts';
import { writeSettings } from '../../editor/hostedWorkbench.ts';
import { PACEMAKER } from './contestants.ts';
import type { Round } from './round.ts';

const LONGEST_ROUND_MS = 90_000;

/**
 * Runs `round.ts` in fresh extension hosts of the browser-hosted VS Code: each time in a new window of a new browser
 * profile, with no other extensions than those in the folder.
 * @param home folder for everything that this VS Code writes
 */
export async function roundsInFreshHosts(
  rounds: number,
  extensions: string,
  home: string,
): Promise<Round[]> {
  const results = join(home, 'rounds.jsonl');
  const folder = join(home, 'workspace');
  await mkdir(folder, { recursive: true });
  await writeSettings(dataOf(home), {});
  const program = {
    extension: join(extensions, PACEMAKER),
    path: await bundledRound(home),
    folder,
  };
  const server = await startBareServer(home, [`--builtin-extensions-dir=${extensions}`], {
    CASPARSER_ROUNDS: results,
  });
  const browser = await launchChromium();
  try {
    for (let done = 0; done < rounds; done++) await oneRound(browser, server, program);
  } finally {
    await browser.close();
    await server.stop();
  }
  const lines = (await readFile(results, 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Round);
}

/** @throws Error with the end of what VS Code printed when the round did not end well */
async function oneRound(
  browser: Browser,
  server: BareServer,
  program: ProgramInHost,
): Promise<void> {
  const context = await browser.newContext();
  const said: string[] = [];
  try {
    const ended = server.run(await context.newPage(), program, (words) =>
      said.push(words.join(' ')),
    );
    const code = await Promise.race([ended, wait(LONGEST_ROUND_MS, 'late', { ref: false })]);
    if (code !== 0)
      throw new Error(`A round ended with ${code}:\n${said.join('\n').slice(-3_000)}`);
  } finally {
    await context.close();
  }
}

/** The extension host loads CommonJS. @returns its path */
async function bundledRound(home: string): Promise<string> {
  const outfile = join(home, 'round.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'round.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}
