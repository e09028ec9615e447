import { randomUUID } from 'node:crypto';
import { link, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { pause } from '../../service/pause.ts';
import { parseJson } from '../../service/json.ts';
import {
  isOfThisHost,
  isRunning,
  isThisProcess,
  processIdentity,
  thisProcess,
} from './liveProcess.ts';
import { makePrivate, renameInto } from './privateFolder.ts';
import { errorCode } from './storageIssue.ts';

const POLL_MS = 250;
const SUFFIX = '.lock';
/** Where hard links are not possible, a lock is empty for a moment; one that stays so was left by a dead process. */
const UNREADABLE_FOR_MS = 10_000;

/** How often a lock that is held says so, for those who cannot see its process. */
const SIGN_OF_LIFE_EVERY_MS = 60_000;
/** Clocks of machines that share a folder may differ by some minutes. */
const NO_SIGN_OF_LIFE_FOR_MS = 10 * 60_000;

/** Each lock that is taken has an id of its own, so that it is never mistaken for the next under the same name. */
const holder = z.extend(processIdentity, { id: z.uuid() });
type Holder = z.infer<typeof holder>;

/** Paths of the locks that this process holds, by their ids: one that it failed to remove does not lock it out. */
const held = new Map<string, string>();
let signs: NodeJS.Timeout | undefined;

export interface Lock {
  /** Never rejects. */
  release(): Promise<void>;
}

/**
 * Takes a lock, also from a process that is gone. Says at once how it went.
 * @returns `undefined` while a live process (this one included) holds it
 */
export async function lock(folder: string, name: string): Promise<Lock | undefined> {
  const path = pathOf(folder, name);
  const there = await look(path);
  if (there?.live) return undefined;
  const me: Holder = { ...thisProcess(), id: randomUUID() };
  held.set(me.id, path);
  let taken = false;
  try {
    await makePrivate(folder);
    taken = there ? await takeOver(folder, path, there.id, me) : await place(path, me);
  } finally {
    if (!taken) held.delete(me.id);
  }
  if (!taken) return undefined;
  // A timer does not keep the process alive.
  signs ??= setInterval(giveSignsOfLife, SIGN_OF_LIFE_EVERY_MS);
  signs.unref();
  return { release: () => release(path, me) };
}

function giveSignsOfLife(): void {
  const now = new Date();
  // One that is gone by now, or on a disk that fails, is missed by who holds it.
  for (const path of held.values()) void utimes(path, now, now).catch(() => undefined);
}

/**
 * Waits for a lock, looking every 250 ms.
 * @throws AppError `cancelled`, not billed
 */
export async function waitForLock(
  folder: string,
  name: string,
  signal: AbortSignal,
  onWait?: () => void,
): Promise<Lock> {
  await pause(0, signal);
  for (let waited = false; ; waited = true) {
    const taken = await lock(folder, name);
    if (taken) return taken;
    if (!waited) onWait?.();
    await pause(POLL_MS, signal);
  }
}

/** Whether a live process holds a lock. */
export async function isLocked(folder: string, name: string): Promise<boolean> {
  return (await look(pathOf(folder, name)))?.live ?? false;
}

/** How many locks in a folder are held by live processes other than this one. */
export async function heldByOthers(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let count = 0;
  for (const name of names) {
    if (!name.endsWith(SUFFIX)) continue;
    const there = await look(join(folder, name)).catch(() => undefined);
    if (there?.live && !held.has(there.id)) count += 1;
  }
  return count;
}

function pathOf(folder: string, name: string): string {
  return join(folder, `${name}${SUFFIX}`);
}

/** A lock is there with its holder in it or not at all: it is written under another name and then linked. */
async function place(path: string, me: Holder): Promise<boolean> {
  const temp = `${path}.${me.id}.tmp`;
  await writeFile(temp, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
  try {
    await link(temp, path).catch(async (error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error;
      await writeFile(path, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
    });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temp, { force: true });
  }
}

/**
 * Replaces a holder that is gone. Only the process that holds the lock named after that holder may do so, and only
 * while that holder is still there: so a slow process never replaces one that was faster.
 */
async function takeOver(folder: string, path: string, gone: string, me: Holder): Promise<boolean> {
  const right = await lock(folder, gone);
  if (!right) return false;
  try {
    if ((await look(path))?.id !== gone) return false;
    const temp = `${path}.${me.id}.tmp`;
    await writeFile(temp, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
    await renameInto(temp, path).finally(() => rm(temp, { force: true }));
    return true;
  } finally {
    await right.release();
  }
}

async function release(path: string, me: Holder): Promise<void> {
  try {
    if ((await look(path))?.id === me.id) await rm(path, { force: true });
  } catch {
    // Who comes next in this process knows that it is not held; others find so when this process has ended.
  } finally {
    // Not before its file is gone: whoever took the lock over meanwhile would lose it to that removal.
    held.delete(me.id);
  }
}

async function look(path: string): Promise<{ id: string; live: boolean } | undefined> {
  try {
    const { data } = holder.safeParse(parseJson(await readFile(path, 'utf8')));
    if (data && isThisProcess(data)) return { id: data.id, live: held.has(data.id) };
    if (data && isOfThisHost(data)) return { id: data.id, live: isRunning(data) };
    const { ino, mtimeMs } = await stat(path);
    // Of another machine on a shared folder, or of another container.
    if (data) return { id: data.id, live: Date.now() - mtimeMs < NO_SIGN_OF_LIFE_FOR_MS };
    return {
      id: `unreadable-${ino}-${Math.trunc(mtimeMs)}`,
      live: Date.now() - mtimeMs < UNREADABLE_FOR_MS,
    };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
