import assert from 'node:assert/strict';

import { mintAccessToken, verifyAccessToken } from '../../../src/service/token.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { clientOf, never, problemOf } from './extensionClient.ts';
import type { ExtensionClient } from './extensionClient.ts';
import { QuickTiming } from './fakeTiming.ts';

const minute = 60_000;

describe('an access token', () => {
  let service: CasParserService;
  let client: ExtensionClient;
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2026, 8, 12, 6, 30);
    service = await startCasParserService({ now: () => now });
    client = clientOf(service, undefined, new QuickTiming());
  });
  afterEach(() => service.close());

  const mint = (minutes = 15, key = service.key) =>
    mintAccessToken(client.call, { ...client.credential, key }, minutes, {
      signal: never(),
      now: () => now,
    });
  const verify = (token: string, key: string | undefined = service.key) => {
    const { origin } = client.credential;
    return verifyAccessToken(client.call, key ? { origin, key } : { origin }, token, never());
  };

  describe('is made', () => {
    it('from a key, for the minutes asked, and ends that long after it came [S0-12] [S0-13] [S0-14]', async () => {
      const { token, expiresAtMs, minutes } = await mint(15);
      assert.match(token, /^at_/);
      assert.equal(expiresAtMs, now + 15 * minute);
      assert.equal(minutes, 15);
      assert.equal((await verify(token)).valid, true);
    });

    it('for as long as the service grants, whatever was asked', async () => {
      service.misbehave({ on: 'token', body: { access_token: 'at_x', expires_in: 300 } });
      const { expiresAtMs, minutes } = await mint(60);
      assert.equal(expiresAtMs, now + 5 * minute);
      assert.equal(minutes, 5);
    });

    it('for as long as asked when the service does not say', async () => {
      service.misbehave({ on: 'token', body: { access_token: 'at_x' } });
      assert.equal((await mint(10)).expiresAtMs, now + 10 * minute);
    });

    it('not from a token, which is told in the service’s words [S0-17]', async () => {
      const { token } = await mint();
      const { kind, details } = await problemOf(mint(15, token));
      assert.equal(kind, 'refused');
      assert.equal(details.serviceSays, 'Cannot create access token from access token');
    });

    it('not from a refused key', async () => {
      assert.equal((await problemOf(mint(15, 'sk_unknown'))).kind, 'keyRefused');
    });

    for (const body of [
      {},
      { access_token: '' },
      { access_token: 7 },
      { access_token: 'at_x', expires_in: 0 },
    ]) {
      it(`is unknown rather than guessed: ${JSON.stringify(body)}`, async () => {
        service.misbehave({ on: 'token', body });
        assert.equal((await problemOf(mint())).kind, 'answerUnknown');
      });
    }

    it('once only when the connection is lost, since nobody knows whether it was made', async () => {
      service.misbehave({ on: 'token', how: 'drop-after' });
      assert.equal((await problemOf(mint())).kind, 'connectionLost');
      assert.equal(service.requests.length, 1);
    });
  });

  describe('is verified', () => {
    it('by presenting it as a key, as the specification has it', async () => {
      const { token } = await mint();
      const { valid, maskedKey } = await verify(token);
      assert.equal(valid, true);
      assert.equal(maskedKey, `${service.key.slice(3, 7)}****${service.key.slice(-4)}`);
      const asked = service.requests.slice(1);
      assert.equal(asked.length, 1);
      assert.equal(asked[0]?.headers['x-api-key'], token);
      assert.equal(asked[0].bodyBytes, 0);
    });

    it('without any key at hand', async () => {
      const { token } = await mint();
      assert.equal((await verify(token, '')).valid, true);
    });

    it('as ended, in the service’s words', async () => {
      const { token } = await mint(15);
      now += 15 * minute;
      const verdict = await verify(token);
      assert.equal(verdict.valid, false);
      assert.equal(verdict.says, 'Token has expired');
      assert.equal(service.requests.length, 2);
    });

    for (const [what, rule] of [
      ['refuses it with 403', { status: 403 }],
      ['refuses it with 401', { status: 401 }],
      ['misses its body', { status: 422, body: { detail: [{ loc: ['body'], msg: 'required' }] } }],
      ['says nothing about it', { body: { status: 'success' } }],
    ] as const) {
      it(`by the authentication page’s form from a service that ${what} [S0-18] [S0-19]`, async () => {
        const { token } = await mint(15);
        service.requests.length = 0;
        service.misbehave({ on: 'verify', times: 1, ...rule });
        const date = new Date(now + 90 * minute).toUTCString();
        service.misbehave({ on: 'verify', headers: { date } });
        const before = Date.now();
        const { valid, expiresAt } = await verify(token);
        assert.equal(valid, true);
        // The service's clock is 90 minutes ahead of the time of its tokens.
        const ahead = 90 * minute - 15 * minute;
        assert.ok(expiresAt !== undefined && expiresAt >= before - ahead);
        assert.ok(expiresAt <= Date.now() - ahead);
        const [first, second] = service.requests;
        assert.equal(first?.headers['x-api-key'], token);
        assert.equal(second?.headers['x-api-key'], service.key);
        assert.ok(second.bodyBytes > 0);
        assert.equal(service.requests.length, 2);
      });
    }

    it('as not valid where it is refused and no key is at hand', async () => {
      service.misbehave({ on: 'verify', status: 403, body: { msg: 'API quota exceeded' } });
      const { valid, says } = await verify('at_odd', '');
      assert.equal(valid, false);
      assert.equal(says, 'API quota exceeded');
      assert.equal(service.requests.length, 1);
    });

    it('with a refused key as the key’s problem, not the token’s', async () => {
      service.misbehave({ on: 'verify', times: 1, status: 403 });
      assert.equal((await problemOf(verify('at_odd', 'sk_unknown'))).kind, 'keyRefused');
    });

    for (const [what, rule, kind, requests] of [
      ['out of order', { status: 500 }, 'serviceDown', 3],
      ['a page of HTML', { body: '<h1>Sign in</h1>' }, 'answerNotJson', 1],
      ['a closed connection', { how: 'drop-before' }, 'connectionLost', 3],
      ['too many requests', { status: 429, headers: { 'retry-after': '301' } }, 'rateLimited', 1],
    ] as const) {
      it(`or not, without sending the key: ${what}`, async () => {
        service.misbehave({ on: 'verify', ...rule });
        assert.equal((await problemOf(verify('at_odd'))).kind, kind);
        assert.equal(service.requests.length, requests);
        assert.ok(service.requests.every(({ headers }) => headers['x-api-key'] === 'at_odd'));
      });
    }
  });

  it('and its key are in no words of the service, no line of the log and no error', async () => {
    const token = `${service.key}-and-more`; // which begins as the key does
    const says = `${token} is not of ${service.key}`;
    service.misbehave({ on: 'verify', times: 1, status: 400, body: { detail: says } });
    service.misbehave({ on: 'verify', times: 1, body: { valid: false, error: says } });
    assert.equal((await verify(token)).says, '*** is not of ***');

    const problems = [];
    service.misbehave({ on: 'verify', status: 400, body: { detail: says } });
    service.misbehave({ on: 'token', status: 400, body: { detail: service.key } });
    problems.push(await problemOf(verify(token)), await problemOf(mint()));
    const told = JSON.stringify([client.log, problems.map((p) => [p.message, p.stack, p.details])]);
    assert.ok(!told.includes(service.key));
    assert.ok(!told.includes('and-more'));
    assert.equal(problems[0]?.details.serviceSays, '*** is not of ***');
  });
});
