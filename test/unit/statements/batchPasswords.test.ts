import assert from 'node:assert/strict';
import { setImmediate as settled } from 'node:timers/promises';

import { BatchPasswords } from '../../../src/statements/batchPasswords.ts';
import type { GivenPassword } from '../../../src/statements/parseRequest.ts';

type Given = GivenPassword | undefined;

describe('the passwords of a batch', () => {
  let passwords: BatchPasswords;
  /** Whom the person is asked for right now, with what answers. */
  let boxes: { file: string; type: (password?: string) => Promise<void>; fail: () => void }[];
  beforeEach(() => {
    passwords = new BatchPasswords();
    boxes = [];
  });

  function ask(file: string, tried: string[] = [], signal?: AbortSignal): Promise<Given> {
    const prompt = () =>
      new Promise<Given>((resolve, reject) => {
        const type = (password?: string) => {
          boxes.shift();
          resolve(password === undefined ? undefined : { password, remember: true });
          return settled();
        };
        boxes.push({ file, type, fail: () => reject(new Error('a bug')) });
      });
    return passwords.ask(new Set(tried), prompt, signal);
  }
  const asked = () => boxes.map(({ file }) => file);
  /** Lets one be asked and its password work. */
  async function learn(password: string): Promise<void> {
    const asking = ask('learner');
    await settled();
    await boxes[0]?.type(password);
    (await asking)?.tried?.(true);
  }

  it('are asked for one at a time, until it is known whether the last one worked', async () => {
    const first = ask('a');
    const second = ask('b');
    await settled();
    assert.deepEqual(asked(), ['a']);
    await boxes[0]?.type('wrong');
    assert.deepEqual(asked(), []);
    (await first)?.tried?.(false);
    await settled();
    assert.deepEqual(asked(), ['b']);
    await boxes[0]?.type();
    assert.equal(await second, undefined);
  });

  it('are not asked for when one has turned up meanwhile, which nobody typed for this PDF', async () => {
    const first = ask('a');
    const others = [ask('b'), ask('c')];
    await settled();
    await boxes[0]?.type('right');
    (await first)?.tried?.(true);
    const turnedUp = { password: 'right', remember: false, guessed: true };
    assert.deepEqual(await Promise.all(others), [turnedUp, turnedUp]);
    assert.deepEqual(passwords.known(), ['right']);
  });

  it('are asked for when what has turned up was refused for this PDF', async () => {
    const first = ask('a');
    const second = ask('b', ['right']);
    await settled();
    await boxes[0]?.type('right');
    (await first)?.tried?.(true);
    await settled();
    assert.deepEqual(asked(), ['b']);
    await boxes[0]?.type();
    await second;
  });

  it('are asked for when enough of those that were known before have been tried', async () => {
    for (const password of ['a', 'b', 'c', 'd']) await learn(password);
    void ask('e', ['d', 'c', 'b']);
    await settled();
    assert.deepEqual(asked(), ['e']);
  });

  it('are known in the order of their last use, the last five', async () => {
    for (const password of ['a', 'b', 'c', 'd', 'e', 'f', 'c']) await learn(password);
    assert.deepEqual(passwords.known(), ['c', 'f', 'e', 'd', 'b']);
  });

  it('that did not work are not known', async () => {
    const asking = ask('a');
    await settled();
    await boxes[0]?.type('wrong');
    (await asking)?.tried?.(false);
    assert.deepEqual(passwords.known(), []);
  });

  it('are asked for the next one when the person gives up on one, or the box fails', async () => {
    const first = ask('a');
    const second = ask('b');
    const third = ask('c');
    await settled();
    await boxes[0]?.type();
    assert.equal(await first, undefined);
    await settled();
    boxes.shift()?.fail();
    await assert.rejects(second);
    await settled();
    assert.deepEqual(asked(), ['c']);
    await boxes[0]?.type('x');
    assert.equal((await third)?.password, 'x');
  });

  it('are not asked for one that was cancelled while it waited', async () => {
    const cancelling = new AbortController();
    const first = ask('a');
    const second = ask('b', [], cancelling.signal);
    const third = ask('c');
    await settled();
    cancelling.abort();
    await boxes[0]?.type();
    await first;
    assert.equal(await second, undefined);
    await settled();
    assert.deepEqual(asked(), ['c']);
    await boxes[0]?.type();
    await third;
  });
});
