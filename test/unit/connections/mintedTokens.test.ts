import assert from 'node:assert/strict';

import type { Asking, CredentialSource } from '../../../src/connections/credentialSource.ts';
import { mintedTokens } from '../../../src/connections/mintedTokens.ts';
import type { Credential } from '../../../src/service/credential.ts';
import { AppError, isAppError } from '../../../src/service/appError.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import type { MintedToken } from '../../../src/service/token.ts';
import { never } from '../http/extensionClient.ts';

const MINUTE = 60_000;
const BEGIN = Date.UTC(2026, 8, 12, 6, 30);

describe('access tokens minted from a key', () => {
  let now: number;
  let key: string | undefined;
  /** The keys from which a token was minted, in order. */
  let mints: string[];
  /** How minting ends; a token of an hour without it. */
  let minting: ((asking: Asking) => Promise<Partial<MintedToken>>) | undefined;
  let tokens: CredentialSource;
  beforeEach(() => {
    now = BEGIN;
    key = 'sk_first';
    mints = [];
    minting = undefined;
    tokens = mintedTokens(
      () =>
        key === undefined
          ? Promise.reject(new AppError('keyMissing', { mayBeBilled: false }))
          : Promise.resolve({ key, origin: 'https://api.casparser.test' }),
      async (from, asking) => {
        mints.push(from.key);
        const token = `at_${mints.length}`;
        const made = (await minting?.(asking)) ?? {};
        return { token, expiresAtMs: now + 60 * MINUTE, minutes: 60, ...made };
      },
      () => now,
    );
  });

  const current = async (signal = never(), manner: Omit<Asking, 'signal'> = {}) =>
    (await tokens.current({ signal, ...manner })).key;
  const asRefused = (token: string): Credential => ({
    key: token,
    origin: 'https://api.casparser.test',
  });
  const renew = async (refused: string, signal = never()) => {
    const renewed = await tokens.renew?.(asRefused(refused), { signal });
    return renewed?.key ?? assert.fail('it is not renewed');
  };
  const isKind = (kind: AppErrorKind) => (error: unknown) => isAppError(error, kind);
  /** Lets minting wait until it is told how to end. */
  function heldUp() {
    const { promise, resolve, reject } = Promise.withResolvers<Partial<MintedToken>>();
    minting = () => promise;
    return { done: () => resolve({}), fail: (kind: AppErrorKind) => reject(new AppError(kind)) };
  }

  it('go to the origin of the key, and count as the key does', async () => {
    assert.deepEqual(await tokens.current({ signal: never() }), {
      key: 'at_1',
      origin: 'https://api.casparser.test',
      countedAs: 'sk_first',
      mintedFrom: 'sk_first',
    });
  });

  describe('are renewed at 80 % of their life', () => {
    for (const minutes of [60, 30, 1, 1000 / 60]) {
      it(`which is ${minutes.toFixed(0)} minutes as granted`, async () => {
        minting = () => Promise.resolve({ minutes, expiresAtMs: now + minutes * MINUTE });
        assert.equal(await current(), 'at_1');
        now = BEGIN + 0.8 * minutes * MINUTE - 1;
        assert.equal(await current(), 'at_1');
        now = BEGIN + 0.8 * minutes * MINUTE;
        assert.equal(await current(), 'at_2');
        assert.deepEqual(mints, ['sk_first', 'sk_first']);
      });
    }

    it('counted from when they came, however long minting had to wait', async () => {
      minting = () => {
        now += 5 * MINUTE;
        return Promise.resolve({ minutes: 1, expiresAtMs: now + MINUTE });
      };
      await current();
      await current();
      assert.equal(mints.length, 1);
    });

    it('and when the clock was set back, which says nothing about them', async () => {
      await current();
      now = BEGIN - 1;
      assert.equal(await current(), 'at_2');
      assert.equal(await current(), 'at_2');
    });

    it('and when the clock was set forward', async () => {
      await current();
      now += 24 * 60 * MINUTE;
      assert.equal(await current(), 'at_2');
    });
  });

  describe('are minted once', () => {
    it('for all requests that wait for one', async () => {
      const held = heldUp();
      const waiting = Array.from({ length: 20 }, () => current());
      held.done();
      assert.deepEqual([...new Set(await Promise.all(waiting))], ['at_1']);
      assert.equal(mints.length, 1);
    });

    it('for all that were refused with the same token at once', async () => {
      const token = await current();
      const renewed = await Promise.all(Array.from({ length: 5 }, () => renew(token)));
      assert.deepEqual([...new Set(renewed)], ['at_2']);
      assert.equal(await renew(token), 'at_2', 'and for who learns of it later');
      assert.equal(await current(), 'at_2');
      assert.equal(mints.length, 2);
    });

    it('also when some come anew while it is renewed', async () => {
      const token = await current();
      now += 50 * MINUTE;
      const held = heldUp();
      const waiting = [renew(token), current(), renew(token), current()];
      held.done();
      assert.deepEqual([...new Set(await Promise.all(waiting))], ['at_2']);
      assert.equal(mints.length, 2);
    });

    it('for who learns late of a refusal, while the next one is being replaced', async () => {
      const first = await current();
      const second = await renew(first);
      const held = heldUp();
      const waiting = [renew(second), renew(first)];
      await new Promise((resolve) => setImmediate(resolve));
      waiting.push(renew(first));
      held.done();
      assert.deepEqual([...new Set(await Promise.all(waiting))], ['at_3']);
    });

    it('again for each that is refused in its turn', async () => {
      const first = await current();
      const second = await renew(first);
      assert.equal(await renew(second), 'at_3');
    });

    it('again after it failed', async () => {
      const held = heldUp();
      const waiting = [current(), current()];
      held.fail('serviceDown');
      for (const one of waiting) await assert.rejects(one, isKind('serviceDown'));
      minting = undefined;
      assert.equal(await current(), 'at_2');
      assert.equal(mints.length, 2);
    });
  });

  describe('that cannot be renewed', () => {
    it('are used as long as they live', async () => {
      await current();
      minting = () => Promise.reject(new AppError('serviceDown'));
      now = BEGIN + 60 * MINUTE - 1;
      assert.equal(await current(), 'at_1');
      assert.equal(mints.length, 2, 'it was tried');
      now += 1;
      await assert.rejects(current(), isKind('serviceDown'));
    });

    it('are not used when they ended meanwhile', async () => {
      await current();
      now = BEGIN + 50 * MINUTE;
      minting = () => {
        now = BEGIN + 60 * MINUTE;
        return Promise.reject(new AppError('timeout'));
      };
      await assert.rejects(current(), isKind('timeout'));
    });

    it('are not used in place of one that was refused', async () => {
      const token = await current();
      minting = () => Promise.reject(new AppError('keyRefused'));
      await assert.rejects(renew(token), isKind('keyRefused'));
    });

    it('do not hide a bug of ours', async () => {
      await current();
      now += 50 * MINUTE;
      minting = () => Promise.reject(new TypeError('a bug'));
      await assert.rejects(current(), TypeError);
    });
  });

  describe('that are waited for by several', () => {
    it('are told of when they will be asked for, each that comes in time', async () => {
      const held = heldUp();
      const hold = minting;
      let tell: Asking['onWait'];
      minting = (asking) => {
        tell = asking.onWait;
        return hold?.(asking) ?? assert.fail();
      };
      const told: string[] = [];
      const hear = (who: string) => ({
        onWait: (until: number) => void told.push(`${who} ${(until - BEGIN) / 1000}`),
      });
      const leaving = new AbortController();
      const waiting = [current(never(), hear('first')), current(leaving.signal, hear('second'))];
      await new Promise((resolve) => setImmediate(resolve));
      tell?.(BEGIN + 5_000);
      waiting.push(current(never(), hear('late')));
      leaving.abort();
      await assert.rejects(waiting[1] ?? assert.fail(), isKind('cancelled'));
      tell?.(BEGIN + 9_000);
      now = BEGIN + 9_001;
      waiting.push(current(never(), hear('too late')));
      await new Promise((resolve) => setImmediate(resolve));
      held.done();
      await Promise.all([waiting[0], waiting[2], waiting[3]]);
      assert.deepEqual(told, ['first 5', 'second 5', 'late 5', 'first 9', 'late 9']);
      assert.equal(mints.length, 1);
    });

    it('are minted anew for the one who insists, unless that is done already', async () => {
      const held = heldUp();
      const hold = minting;
      const insisted: unknown[] = [];
      minting = (asking) => {
        insisted.push(asking.insist);
        return hold?.(asking) ?? assert.fail();
      };
      const insist = { insist: true } as const;
      const waiting = [current(), current(never(), insist), current(never(), insist), current()];
      await new Promise((resolve) => setImmediate(resolve));
      held.done();
      assert.deepEqual(await Promise.all(waiting), ['at_1', 'at_2', 'at_2', 'at_2']);
      assert.deepEqual(insisted, [undefined, true]);
    });

    it('come to the others when one of them is cancelled', async () => {
      const cancelling = new AbortController();
      const held = heldUp();
      const cancelled = current(cancelling.signal);
      const other = current();
      cancelling.abort();
      await assert.rejects(
        cancelled,
        (error) => isAppError(error, 'cancelled') && error.details.mayBeBilled === false,
      );
      held.done();
      assert.equal(await other, 'at_1');
      assert.equal(await current(), 'at_1');
      assert.equal(mints.length, 1);
    });

    it('do not come to one that is cancelled, even while an old one is good', async () => {
      await current();
      now += 50 * MINUTE;
      heldUp();
      const cancelling = new AbortController();
      const cancelled = current(cancelling.signal);
      const renewing = renew('at_1', cancelling.signal);
      cancelling.abort();
      await assert.rejects(cancelled, isKind('cancelled'));
      await assert.rejects(renewing, isKind('cancelled'));
      await assert.rejects(current(AbortSignal.abort()), isKind('cancelled'));
    });
  });

  describe('of a key that is not the same any more', () => {
    it('are not used: the new one has its own', async () => {
      await current();
      key = 'sk_second';
      assert.equal(await current(), 'at_2');
      assert.deepEqual(mints, ['sk_first', 'sk_second']);
    });

    it('are not used in place of a refused one either', async () => {
      const first = await current();
      key = 'sk_second';
      assert.equal(await renew(first), 'at_2');
      key = 'sk_third';
      assert.equal(await renew(first), 'at_3');
      assert.deepEqual(mints, ['sk_first', 'sk_second', 'sk_third']);
    });

    it('are not used though they were on their way when it came', async () => {
      const held = heldUp();
      const old = current();
      await new Promise((resolve) => setImmediate(resolve));
      minting = undefined;
      key = 'sk_second';
      assert.equal(await current(), 'at_2');
      held.done();
      assert.equal(await old, 'at_1');
      assert.notEqual(await current(), 'at_1');
    });

    it('are not used while the new one cannot be had', async () => {
      await current();
      key = 'sk_second';
      minting = () => Promise.reject(new AppError('serviceDown'));
      await assert.rejects(current(), isKind('serviceDown'));
    });

    it('are gone with it', async () => {
      const token = await current();
      key = undefined;
      await assert.rejects(current(), isKind('keyMissing'));
      await assert.rejects(renew(token), isKind('keyMissing'));
      key = 'sk_first';
      assert.equal(await current(), 'at_2');
    });
  });
});
