import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Uri, ViewColumn, commands, extensions, window, workspace } from 'vscode';
import { quietMachine } from '../quietMachine.ts';
import {
  DRIVEN,
  OPENINGS,
  ROUNDS,
  STALLS,
  type Subject,
  badFiles,
  seenFile,
  subjects,
} from './subjects.ts';

const EMPTY = `<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
</head><body><p id="bench-first">Empty</p></body></html>`;

/**
 * Called by VS Code inside its extension host: opens each subject as a command does, waits until its first row was seen in the
 * browser, closes it, and so on; last of all the large portfolio, which stays until it has been driven.
 */
export async function run(): Promise<void> {
  const home = process.env.CASPARSER_VIEW_HOME ?? '';
  await extensions.getExtension('casparser.casparser')?.activate();
  let opening = 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const subject of subjects) {
      await quietMachine(3_000);
      await open(home, subject);
      await appears(join(home, seenFile(opening++)));
      // What follows the first row, returns and checks, must not run into the next opening.
      await wait(1_000);
      await commands.executeCommand('workbench.action.closeAllEditors');
    }
  for (const file of badFiles) await appendFile(join(home, STALLS), `${await stallBy(file)}\n`);
  await open(home, 'large');
  await appears(join(home, DRIVEN));
}

/** The longest time that the host answered to nothing while a file was opened, in ms. */
async function stallBy(file: string): Promise<number> {
  const resolution = 5;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  await Promise.race([openSaved(file), wait(4_000)]).catch(() => undefined);
  await wait(2_000);
  delay.disable();
  await commands.executeCommand('workbench.action.closeAllEditors');
  return Math.max(0, delay.max / 1e6 - resolution);
}

async function open(home: string, subject: Subject): Promise<void> {
  const start = performance.timeOrigin + performance.now();
  await appendFile(join(home, OPENINGS), `${JSON.stringify({ subject, start })}\n`);
  if (subject === 'empty') {
    window.createWebviewPanel('bench.empty', 'Empty', ViewColumn.Active).webview.html = EMPTY;
    return;
  }
  await openSaved(`${subject}.cas.json`);
}

async function openSaved(name: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const file = Uri.joinPath(folder.uri, name);
  await commands.executeCommand('vscode.openWith', file, 'casParser.portfolio');
}

async function appears(file: string): Promise<void> {
  while (!existsSync(file)) await wait(50);
}
