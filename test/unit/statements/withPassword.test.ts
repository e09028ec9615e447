import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import type { AppErrorKind } from '../../../src/service/appError.ts';
import type { GivenPassword } from '../../../src/statements/parseRequest.ts';
import { sha256 } from '../../../src/statements/sha256.ts';
import { withPassword } from '../../../src/statements/withPassword.ts';
import type { InventedStatement } from '../../soak/inventStatements.ts';
import { problemOf } from '../http/extensionClient.ts';
import { Stage, passwordOf } from './stage.ts';
import type { TestWindow } from './testWindow.ts';

const right = 'Pass@1234';

describe('a statement with a password', function () {
  let stage: Stage;
  let statement: InventedStatement;
  let pdf: Buffer;
  beforeEach(async () => {
    stage = await Stage.open();
    [statement] = (await stage.invent(1, right)) as [InventedStatement];
    pdf = await readFile(statement.path);
  });
  afterEach(() => stage.close());

  /** A window with a person who types these one after the other and then gives up. */
  function windowWith(...typed: (string | GivenPassword)[]): TestWindow {
    const left = typed.map((one) =>
      typeof one === 'string' ? { password: one, remember: false } : one,
    );
    return stage.window({ type: () => left.shift() });
  }
  const remembered = (password: string): GivenPassword => ({ password, remember: true });
  const sent = () => stage.uploads.map(passwordOf);
  const found = async (window: TestWindow) =>
    (await window.passwords.find(statement.hash)).map(
      ({ password, exact }) => `${password}${exact ? ' exact' : ''}`,
    );
  /** What SecretStorage holds of passwords. */
  const stored = () => stage.secrets.kept.get('casParser.passwords');

  it('is asked for it before anything is sent', async () => {
    const window = windowWith(right);
    assert.equal((await window.parse(pdf))?.text, statement.text);
    assert.deepEqual(window.asked, ['alone first']);
    assert.deepEqual(sent(), [right]);
  });

  it('is not sent when the person gives up', async () => {
    assert.equal(await windowWith().parse(pdf), undefined);
    assert.equal(stage.service.requests.length, 0);
  });

  it('is asked again with the reason until it is right, and costs one credit', async () => {
    const window = windowWith('a', 'b', right);
    assert.equal((await window.parse(pdf))?.text, statement.text);
    const again = 'alone passwordOrFileWrong';
    assert.deepEqual(window.asked, ['alone first', again, again]);
    assert.equal(stage.paid, 1);
  });

  it('ends without an error when the person gives up at the second time', async () => {
    assert.equal(await windowWith('a').parse(pdf), undefined);
    assert.equal(stage.paid, 0);
  });

  it('takes an empty password for one', async () => {
    await windowWith('', right).parse(pdf);
    assert.deepEqual(sent(), ['', right]);
  });

  it('is not asked for when it was parsed before', async () => {
    await windowWith(right).parse(pdf);
    const window = windowWith();
    assert.equal((await window.parse(pdf))?.text, statement.text);
    assert.deepEqual(window.asked, []);
  });

  it('is not sent when it is cancelled while the person is asked', async () => {
    const cancelling = new AbortController();
    const window = stage.window({ type: () => new Promise(() => undefined) });
    const onStep = () => void setTimeout(() => cancelling.abort());
    const problem = await problemOf(window.parse(pdf, { signal: cancelling.signal, onStep }));
    assert.deepEqual([problem.kind, problem.details.mayBeBilled], ['cancelled', false]);
    assert.equal(stage.service.requests.length, 0);
  });

  it('lets the next one be asked when an answer comes after it was cancelled', async () => {
    const cancelling = new AbortController();
    const late = Promise.withResolvers<GivenPassword>();
    const worked: boolean[] = [];
    const asking = withPassword(
      {
        pdf,
        signal: cancelling.signal,
        account: { origin: '', id: '' },
        sample: false,
        payAgain: false,
      },
      statement.hash,
      stage.window().passwords,
      {
        knownPasswords: () => [],
        askPassword: () => late.promise,
        warnLarge: () => undefined,
        onStep: () => undefined,
        send: () => assert.fail('nothing is to be sent'),
      },
      () => assert.fail('nothing is to be sent'),
    );
    setTimeout(() => cancelling.abort());
    assert.equal((await problemOf(asking)).kind, 'cancelled');
    late.resolve({ password: right, remember: false, tried: (one) => worked.push(one) });
    await wait(0);
    assert.deepEqual(worked, [false]);
  });

  describe('that is remembered', () => {
    it('opens it, and nobody is asked', async () => {
      await stage.window().passwords.remember(statement.hash, right);
      const window = windowWith();
      assert.ok(await window.parse(pdf));
      assert.deepEqual(window.asked, []);
      assert.deepEqual(await found(window), [`${right} exact`]);
    });

    it('for another PDF is tried without a word, and then known to open this one', async () => {
      const window = windowWith();
      await window.passwords.remember('another', right);
      assert.ok(await window.parse(pdf));
      assert.deepEqual(window.asked, []);
      assert.deepEqual(await found(window), [`${right} exact`]);
    });

    it('for others, wrong each time, is passed over: nobody is told that anything was wrong', async () => {
      const window = windowWith(right);
      for (const wrong of ['a', 'b', 'c', 'd']) await window.passwords.remember(wrong, wrong);
      assert.ok(await window.parse(pdf));
      assert.deepEqual(sent(), ['d', 'c', right]);
      assert.deepEqual(window.asked, ['alone first']);
      assert.equal(stage.paid, 1);
      assert.equal(await window.passwords.count(), 4);
    });

    it('for this PDF and wrong now is forgotten, and the person is told', async () => {
      const window = windowWith();
      await window.passwords.remember(statement.hash, 'old');
      assert.equal(await window.parse(pdf), undefined);
      assert.deepEqual(window.asked, ['alone passwordOrFileWrong']);
      assert.equal(stored(), undefined);
    });

    for (const [kind, status] of [
      ['serviceDown', 500],
      ['payloadTooLarge', 413],
      ['creditsUsedUp', 402],
    ] as const satisfies [AppErrorKind, number][])
      it(`stays after ${kind}, which says nothing about it`, async () => {
        const window = windowWith();
        await window.passwords.remember(statement.hash, right);
        stage.service.misbehave({ on: 'parse', status });
        assert.equal((await problemOf(window.parse(pdf))).kind, kind);
        assert.deepEqual(await found(window), [`${right} exact`]);
      });
  });

  describe('that is to be remembered', () => {
    it('is, with the investor of the statement, once it has worked', async () => {
      const window = windowWith(remembered('a'), remembered(right));
      await window.parse(pdf);
      assert.deepEqual(await found(window), [`${right} exact`]);
      const [{ investor } = {}] = JSON.parse(stored() ?? '[]') as { investor?: string }[];
      assert.match(investor ?? '', /^[0-9a-f]{64}$/);
      assert.notEqual(investor, sha256(Buffer.from('')));
    });

    it('is not when the service fails', async () => {
      stage.service.misbehave({ on: 'parse', status: 413 });
      await problemOf(windowWith(remembered(right)).parse(pdf));
      assert.equal(stored(), undefined);
    });

    it('is not unless told to', async () => {
      await windowWith(right).parse(pdf);
      assert.equal(stored(), undefined);
    });

    it('does not cost the portfolio when it cannot be stored', async () => {
      stage.secrets.store = () => Promise.reject(new Error('the keyring is locked'));
      const parsed = await windowWith(remembered(right)).parse(pdf);
      assert.equal(parsed?.text, statement.text);
    });
  });

  describe('in the sandbox, which takes any password', () => {
    it('proves nothing: it is neither remembered nor taken for this PDF’s', async () => {
      const window = windowWith(remembered('wrong'));
      assert.ok(await window.parse(pdf, { sample: true }));
      assert.equal(stored(), undefined);
      await window.passwords.remember('another', 'of another');
      assert.ok(await window.parse(pdf, { sample: true }));
      assert.deepEqual(await found(window), ['of another']);
    });
  });

  describe('and is not encrypted after all', () => {
    let open: InventedStatement;
    beforeEach(async () => ([open] = (await stage.invent(1)) as [InventedStatement]));

    it('is sent without one, whatever is remembered', async () => {
      const window = windowWith();
      await window.passwords.remember(open.hash, right);
      assert.ok(await window.parse(await readFile(open.path)));
      assert.deepEqual(sent(), [undefined]);
    });

    it('is refused for good when the service finds fault with file or password', async () => {
      const window = windowWith(right);
      const problem = await problemOf(window.parse(Buffer.from('%PDF-1.7 broken')));
      assert.equal(problem.kind, 'passwordOrFileWrong');
      assert.deepEqual(window.asked, []);
    });

    it('is asked for one when the service insists on it', async () => {
      const body = { status: 'failed', msg: 'Wrong password', code: 'INVALID_PASSWORD' };
      stage.service.misbehave({ on: 'parse', status: 400, body, times: 1 });
      const window = windowWith(right);
      assert.ok(await window.parse(await readFile(open.path)));
      assert.deepEqual(window.asked, ['alone passwordWrong']);
    });
  });
});
