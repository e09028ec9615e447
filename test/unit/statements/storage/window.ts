/**
 * Another window, as a process of its own: `node window.ts TASK FOLDER SECRETS ...`.
 * It says what is done, a line each, only after it is done.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { BatchJournal } from '../../../../src/statements/storage/batchJournal.ts';
import { lock } from '../../../../src/statements/storage/lockFile.ts';
import { Locks } from '../../../../src/statements/storage/locks.ts';
import { SentJournal } from '../../../../src/statements/storage/sentJournal.ts';
import { StatementStore } from '../../../../src/statements/storage/statementStore.ts';
import { StoreKey } from '../../../../src/statements/storage/storeKey.ts';
import { FileSecrets } from './fileSecrets.ts';
import { hashOf } from './room.ts';

const [task = '', folder = '', secrets = '', ...rest] = process.argv.slice(2);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const onTrouble = ({ kind, code }: { kind: string; code?: string }) =>
  say(`trouble ${kind} ${code ?? ''}`);
const key = new StoreKey(folder, new FileSecrets(secrets), Date.now);
const statements = new StatementStore(folder, key, Date.now, onTrouble);
const sent = new SentJournal(folder, Date.now, onTrouble);
const batches = new BatchJournal(folder, key, Date.now, onTrouble);
const locks = new Locks(folder, Date.now);
const never = new AbortController().signal;
/** With the test that opened it, if it is not killed before. */
const ended = once(process.stdin.resume(), 'end');

const tasks: Record<string, () => Promise<unknown>> = {
  all: () => Promise.all([tasks.keep?.(), tasks.send?.(), tasks.batch?.()]),
  /** Keeps one statement after the other under a few hashes, each with a number that grows. */
  keep: async () => {
    for (let number = 1; ; number++) {
      const hash = hashOf(`kept ${number % 3}`);
      const filler = randomBytes(200_000).toString('base64');
      const kept = await statements.keep(hash, { text: JSON.stringify({ number, filler }) });
      if (kept) say(`kept ${hash} ${number}`);
    }
  },
  /** Notes one request after the other, again and again, each with a time that grows. */
  send: async () => {
    for (let number = 1; ; number++) {
      const hash = hashOf(`sent ${number % 20}`);
      const note = { requestId: 'req-1', origin: 'https://a.test', accountId: 'a' };
      await sent.wrote(hash, { ...note, sentAt: number });
      say(`wrote ${hash} ${number}`);
    }
  },
  /** Works through a batch without end. */
  batch: async () => {
    const files = Array.from({ length: 500 }, (_, at) => `file:///a/${at}.pdf`);
    const id = await batches.begin(files.map((file) => ({ file, status: 'open' })));
    say(`began ${id}`);
    for (const file of files) {
      await batches.ended(id, file, 'parsed', hashOf(file));
      say(`ended ${id} ${file}`);
    }
    await ended;
  },
  take: async () => {
    say('ready');
    await once(process.stdin, 'data');
    const taken = await batches.take(rest[0] ?? '');
    say(taken ? 'taken' : 'refused');
    await ended;
  },
  key: async () => {
    const made = await key.findOrMake();
    say(`key ${typeof made === 'string' ? made : made.toString('hex')}`);
  },
  /** Adds one to a number in a file that many times, which loses some unless it is alone. */
  count: async () => {
    for (let left = Number(rest[1]); left > 0; left--) {
      await locks.withLock(hashOf('count'), never, async () => {
        const number = Number(await readFile(rest[0] ?? '', 'utf8'));
        await delay(2);
        await writeFile(rest[0] ?? '', String(number + 1));
      });
    }
    say('done');
  },
  /** Takes a lock again and again, as soon as it can be had, and says when it was not alone in having it. */
  contend: async () => {
    const mark = rest[0] ?? '';
    for (;;) {
      const mine = await lock(`${folder}/locks`, 'contended');
      if (mine) {
        await alone(mark);
        await mine.release();
        say('held');
      }
      await delay(Math.random() * 3);
    }
  },
  hold: async () => {
    await lock(`${folder}/locks`, rest[0] ?? '');
    say('held');
    await ended;
  },
};

/** The mark of a live process is a proof that the lock is held twice. */
async function alone(mark: string): Promise<void> {
  for (;;) {
    try {
      await writeFile(mark, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      await delay(1); // the one that was here before may be about to write its number
      const other = Number(await readFile(mark, 'utf8').catch(() => ''));
      if (other && isAlive(other)) say(`not alone ${other}`);
      await rm(mark, { force: true });
    }
  }
  await delay(Math.random() * 4);
  await rm(mark, { force: true });
}

/** A process that was killed keeps its number until it is buried. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

await tasks[task]?.();
process.stdin.destroy();
