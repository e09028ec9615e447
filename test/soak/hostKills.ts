/**
 * `npm run soak`: kills the extension host of a real VS Code at fifty random moments of batches, and looks whether
 * anything was lost or paid for twice.
 */
import assert from 'node:assert/strict';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator } from 'playwright-core';
import { extensionHostBelow } from '../editor/processes.ts';
import { Stage } from '../ui/stage.ts';
import { seededRandom } from './seededRandom.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const KILLS = Number(values.kills);
const STATEMENTS = 40;
/** A batch of that many takes about as long at the pace below, since a dozen are sent at a time. */
const LATEST_KILL_MS = 3_000;
const PARSE_MS = 1_000;

const random = seededRandom(Number(values.seed));
const stage = await Stage.open({ settings: { 'casParser.parseTimeout': 2 } });
const { workbench, service, workspace, hosted } = stage;
let folders = 0;
try {
  await stage.signInWithKey();
  service.account.unlimited = true;
  service.misbehave({ on: 'parse', delayMs: PARSE_MS });
  let kills = 0;
  while (kills < KILLS) {
    const folder = await newFolder();
    await begin(folder);
    for (;;) {
      await workbench.page.waitForTimeout(random() * LATEST_KILL_MS);
      if (kills === KILLS || (await isOver())) break;
      process.kill(await extensionHostBelow(hosted.pid), 'SIGKILL');
      kills += 1;
      await workbench.goto(hosted.address(workspace));
      // Killed before it was noted: whoever chose the statements has to choose them again.
      if (!(await goOn())) await begin(folder);
    }
    await happens(ended().waitFor({ timeout: 120_000 }));
    console.log(`${kills} of ${KILLS} kills, ${folders * STATEMENTS} statements`);
  }
  await settle();
} finally {
  await stage.close();
}

/** Statements that were never parsed before, in a folder of their own. */
async function newFolder(): Promise<string> {
  const name = `batch ${++folders}`;
  await mkdir(join(workspace, name));
  for (let number = 1; number <= STATEMENTS; number++) {
    await stage.renew('no-password.pdf');
    await copyFile(join(workspace, 'no-password.pdf'), join(workspace, name, `${number}.pdf`));
  }
  await workbench.explorerRow(name).waitFor();
  return name;
}

async function begin(folder: string): Promise<void> {
  const view = workbench.page.locator('.pane-header', { hasText: 'CAS Statements' });
  if (await view.isVisible()) await workbench.runCommand('CAS Parser: Clear Statements');
  await view.waitFor({ state: 'hidden' });
  await workbench.clearNotifications();
  await workbench.chooseFromMenu(workbench.explorerRow(folder), 'Parse CAS PDFs in Folder');
  const dialog = workbench.page.locator('.monaco-dialog-box');
  await dialog.getByRole('button', { name: 'Parse' }).click();
}

async function goOn(): Promise<boolean> {
  const offer = workbench.notification(/still to be parsed when the window was closed/);
  if (!(await happens(offer.waitFor({ timeout: 8_000 })))) return false;
  await offer.getByRole('button', { name: 'Go On' }).click();
  return true;
}

function ended(): Locator {
  return workbench.notification(/\d+ of \d+ parsed.*\.$/).first();
}

async function isOver(): Promise<boolean> {
  return ended().isVisible();
}

/** All of them once more: each is there or known as paid for and lost, and nothing is sent. */
async function settle(): Promise<void> {
  service.behave();
  await workbench.goto(hosted.address(workspace));
  if (await goOn()) await ended().waitFor({ timeout: 120_000 });
  const paid = new Map<string, number>();
  for (const { parts, billed, path } of service.requests) {
    if (!path.startsWith('/v4/')) continue;
    const hash = parts?.find(({ sha256 }) => sha256)?.sha256 ?? '';
    paid.set(hash, (paid.get(hash) ?? 0) + billed);
  }
  const twice = [...paid.values()].filter((credits) => credits > 1).length;
  const requests = service.requests.filter(({ path }) => path.startsWith('/v4/')).length;
  let lost = 0;
  for (let number = 1; number <= folders; number++) {
    await begin(`batch ${number}`);
    const end = await workbench.notificationText(/\d+ of \d+ parsed.*\.$/);
    const [, parsed = 0, all = 0, failed = 0] =
      /^(\d+) of (\d+) parsed(?:, \d+ of them at no cost)?(?:, (\d+) failed)?\.$/.exec(end) ?? [];
    assert.equal(Number(all), STATEMENTS, end);
    assert.equal(Number(parsed) + Number(failed), STATEMENTS, end);
    lost += Number(failed);
  }
  const again = service.requests.filter(({ path }) => path.startsWith('/v4/')).length - requests;
  const statements = folders * STATEMENTS;
  console.log(
    `${KILLS} kills: ${statements} statements, ${statements - lost} kept, ${lost} paid for and lost on the way and told as such, ${twice} paid for twice, ${again} sent again.`,
  );
  assert.equal(twice, 0, 'paid for twice');
  assert.equal(again, 0, 'what was parsed or paid for is not sent again');
  assert.equal(paid.size, statements, 'each was sent');
}

function happens(what: Promise<unknown>): Promise<boolean> {
  return what.then(
    () => true,
    () => false,
  );
}
