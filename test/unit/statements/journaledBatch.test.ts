import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setImmediate as settled } from 'node:timers/promises';

import { AppError } from '../../../src/service/appError.ts';
import { type BatchWork, JournaledBatch } from '../../../src/statements/journaledBatch.ts';
import type { Batch, BatchEntry } from '../../../src/statements/storage/batchJournal.ts';
import type { ParsedStatement } from '../../../src/statements/parseRequest.ts';
import { QuickTiming } from '../http/fakeTiming.ts';
import { until } from '../../patience.ts';

/** The notes of all windows: on disk, if this were one. */
type Notes = Map<string, { entries: BatchEntry[]; owner: object | undefined }>;

/** A window whose statements end when, and as, a test says. */
class Window {
  readonly underWay: (BatchWork & { end: (outcome: ParsedStatement | Error) => Promise<void> })[] =
    [];
  readonly batch: JournaledBatch;

  constructor(notes: Notes) {
    const take = (id: string): Batch | undefined => {
      const note = notes.get(id);
      if (!note || note.owner) return undefined;
      note.owner = this;
      return { id, startedAt: '', entries: structuredClone(note.entries) };
    };
    this.batch = new JournaledBatch({
      journal: {
        async begin(entries) {
          await settled();
          const id = randomUUID();
          notes.set(id, { entries: structuredClone([...entries]), owner: this });
          return id;
        },
        async ended(id, file, status) {
          await settled();
          for (const entry of notes.get(id)?.entries ?? [])
            if (entry.file === file) entry.status = status;
        },
        async close(id) {
          await settled();
          notes.delete(id);
        },
        interrupted: () =>
          Promise.resolve(
            [...notes]
              .filter(([, { owner }]) => !owner)
              .map(([id, { entries }]) => ({ id, startedAt: '', entries })),
          ),
        take: (id) => Promise.resolve(take(id)),
      },
      timing: new QuickTiming(),
      parse: (work) =>
        new Promise((resolve, reject) => {
          const end = async (outcome: ParsedStatement | Error) => {
            this.underWay.splice(this.underWay.indexOf(one), 1);
            if (outcome instanceof Error) reject(outcome);
            else resolve(outcome);
            for (let ticks = 0; ticks < 5; ticks++) await settled();
          };
          const one = { ...work, end };
          this.underWay.push(one);
          work.signal.addEventListener('abort', () => void end(problem('cancelled')));
        }),
      askPassword: (file) => Promise.resolve({ password: `of ${file}`, remember: false }),
      onChange: () => undefined,
      onBug: (error) => assert.fail(String(error)),
    });
  }

  /** Resolves once these are under way, and nothing else. */
  async hasBegun(...files: string[]): Promise<void> {
    await until(() => this.underWay.map(({ file }) => file).join() === files.join());
  }

  async end(file: string, outcome: ParsedStatement | Error = parsed): Promise<void> {
    await this.work(file).end(outcome);
  }

  work(file: string) {
    return this.underWay.find((one) => one.file === file) ?? assert.fail(`${file} has not begun`);
  }

  get states(): string {
    return this.batch.items.map(({ file, state }) => `${file}:${state.status}`).join(' ');
  }
}

const parsed: ParsedStatement = { hash: 'hash', text: '{}', keptAt: undefined };
const problem = (kind: AppError['kind'], httpStatus?: number) =>
  new AppError(kind, { mayBeBilled: false, httpStatus });

describe('a batch that is noted', () => {
  let notes: Notes;
  let window: Window;
  beforeEach(() => {
    notes = new Map();
    window = new Window(notes);
  });

  /** What would go on in the next window, if this one died now. */
  const open = () =>
    [...notes.values()]
      .flatMap(({ entries }) => entries.filter(({ status }) => status === 'open'))
      .map(({ file }) => file)
      .join(' ');

  it('is noted before the first of it is begun, and each end as it comes', async () => {
    const running = window.batch.run(['a', 'b']);
    assert.deepEqual(window.underWay, []);
    await window.hasBegun('a', 'b');
    assert.equal(open(), 'a b');
    await window.end('a');
    assert.equal(open(), 'b');
    await window.end('b', problem('fileEmpty'));
    await running;
    assert.equal(window.states, 'a:parsed b:failed');
    assert.equal(notes.size, 0);
  });

  it('notes what is added apart', async () => {
    const first = window.batch.run(['a']);
    await window.hasBegun('a');
    const second = window.batch.run(['b']);
    await window.hasBegun('a', 'b');
    assert.equal(notes.size, 2);
    await window.end('a');
    await window.end('b');
    await Promise.all([first, second]);
    assert.equal(notes.size, 0);
  });

  for (const [how, again] of [
    ['chosen once more', (files: string[]) => window.batch.run(files)],
    ['tried again', (files: string[]) => window.batch.retry(files)],
  ] as const)
    it(`notes anew what has ended and is ${how}`, async () => {
      const running = [window.batch.run(['a', 'b'])];
      await window.hasBegun('a', 'b');
      await window.end('a', problem('fileEmpty'));
      running.push(again(['a', 'b']));
      await window.hasBegun('b', 'a');
      assert.equal(open(), 'b a');
      await window.end('b');
      await window.end('a', problem('fileEmpty'));
      await Promise.all(running);
      const last = again(['a']);
      await window.hasBegun('a');
      assert.equal(open(), 'a');
      await window.end('a');
      await last;
      assert.equal(notes.size, 0);
    });

  describe('and has stopped', () => {
    beforeEach(async () => {
      const running = window.batch.run(['a', 'b']);
      await window.hasBegun('a', 'b');
      await window.end('a', problem('keyRefused', 401));
      await window.end('b');
      await running;
      assert.equal(window.states, 'a:waiting b:parsed');
      assert.equal(open(), 'a');
    });

    it('is closed once it went on to its end', async () => {
      const running = window.batch.retry([]);
      await window.hasBegun('a');
      assert.equal(open(), 'a');
      await window.end('a');
      await running;
      assert.equal(notes.size, 0);
    });

    it('is closed when it is cancelled', async () => {
      window.batch.cancel();
      await until(() => notes.size === 0);
      assert.equal(window.states, 'a:cancelled b:parsed');
    });

    it('is closed when it is cleared away', async () => {
      window.batch.clear();
      await until(() => notes.size === 0);
      assert.equal(window.states, '');
    });
  });

  it('is not cleared away while it runs', async () => {
    void window.batch.run(['a']);
    await window.hasBegun('a');
    window.batch.clear();
    assert.equal(window.states, 'a:working');
    assert.equal(open(), 'a');
  });

  it('shares its passwords until it is cleared away', async () => {
    const running = window.batch.run(['a', 'b']);
    await window.hasBegun('a', 'b');
    const given = await window.work('a').askPassword(undefined, new Set());
    given?.tried?.(true);
    assert.deepEqual(window.work('b').knownPasswords(), ['of a']);
    await window.end('a');
    await window.end('b');
    await running;
    window.batch.clear();
    void window.batch.run(['c']);
    await window.hasBegun('c');
    assert.deepEqual(window.work('c').knownPasswords(), []);
  });

  describe('whose window was closed', () => {
    let later: Window;
    beforeEach(async () => {
      void window.batch.run(['a', 'b']);
      await window.hasBegun('a', 'b');
      await window.end('a');
      void window.batch.run(['c']);
      await window.hasBegun('b', 'c');
      for (const note of notes.values()) note.owner = undefined;
      later = new Window(notes);
    });

    it('goes on with what was open, and is closed at its end', async () => {
      const { ids, open: count } = await later.batch.interrupted();
      assert.equal(count, 2);
      const running = later.batch.resume(ids);
      await later.hasBegun('b', 'c');
      await later.end('b');
      assert.equal(open(), 'c');
      await later.end('c');
      await running;
      assert.equal(notes.size, 0);
    });

    it('is left to another window that was faster', async () => {
      const { ids } = await later.batch.interrupted();
      const faster = new Window(notes);
      void faster.batch.resume(ids);
      await faster.hasBegun('b', 'c');
      await later.batch.resume(ids);
      assert.equal(later.states, '');
      assert.equal(open(), 'b c');
    });

    it('is forgotten when nobody wants it', async () => {
      const { ids } = await later.batch.interrupted();
      await later.batch.forget(ids);
      assert.equal(notes.size, 0);
    });

    it('is forgotten without a word when only its end was not noted', async () => {
      for (const { entries } of notes.values())
        for (const entry of entries) entry.status = 'parsed';
      assert.deepEqual(await later.batch.interrupted(), { ids: [], open: 0 });
      assert.equal(notes.size, 0);
    });
  });
});
