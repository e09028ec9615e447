import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Account } from '../../../src/connections/account.ts';
import { forgetPagesOf, mayOpenPage } from '../../../src/connections/gateway/consentHosts.ts';
import { consentPageOf } from '../../../src/connections/gateway/consentPage.ts';
import {
  NO_CREDENTIAL,
  gateway,
  gatewayId,
  pathsOf,
} from '../../../src/connections/gateway/gateway.ts';
import type { Grant } from '../../../src/connections/gateway/grant.ts';
import { type WithLock, renewAlone } from '../../../src/connections/gateway/renewAlone.ts';
import { renewedGrants } from '../../../src/connections/gateway/renewedGrants.ts';
import { AppError } from '../../../src/service/appError.ts';
import { listenOnLoopback } from '../../../src/connections/gateway/loopback.ts';
import { problemBodies } from '../http/gatewayBodies.ts';
import { never } from '../http/extensionClient.ts';
import { logIn } from '../../../src/service/gateway/login.ts';
import { gatewayRefusal } from '../../../src/service/gateway/gatewayRefusal.ts';
import { parseJson } from '../../../src/service/json.ts';
import { type GatewayService, startGateway } from '../../service/gateway/server.ts';
import { Locks } from '../../../src/statements/storage/locks.ts';
import { oauthSignIn } from './rows/gatewayRows.ts';
import { GatewayStage } from './rows/gatewayStage.ts';
import { problemIn, whatOf } from './rows/systemRow.ts';

describe('a gateway', function () {
  let stage: GatewayStage;
  beforeEach(async () => (stage = await GatewayStage.open()));
  afterEach(() => stage.close());

  const verify = (account: Account) =>
    stage.passing(stage.gateways.verify(account, { signal: never() }));
  const asked = (what: string) => stage.gateway.requests.filter((one) => whatOf(one) === what);
  async function byKey(): Promise<Account> {
    const signIn = { url: stage.gateway.origin, signIn: 'key' as const };
    const grant = { token: stage.gateway.signIns.key };
    const { account } = await stage.passing(stage.keep({ gateway: signIn, grant }));
    stage.forgetArrived();
    return account;
  }

  describe('that hands out tokens to whoever reaches it', () => {
    const open = () => ({ url: stage.gateway.origin, signIn: 'none' as const });
    const keep = () => stage.keep({ gateway: open(), grant: { token: NO_CREDENTIAL } });

    for (const tokensAt of [
      'GET /api/casparser/token',
      'POST /api/casparser/token',
      'POST /api/casparser-token',
    ] as const)
      it(`is asked without a credential, at ${tokensAt} [S0-16]`, async () => {
        Object.assign(stage.gateway.offers, { open: true, tokensAt });
        const { account } = await stage.passing(keep());
        stage.forgetArrived();
        await stage.passing(stage.parse(account));
        const [handedOut] = stage.gateway.requests;
        assert.equal(`${handedOut?.method} ${handedOut?.path}`, tokensAt);
        assert.equal(handedOut?.headers.authorization, undefined);
        assert.equal(handedOut?.headers['x-api-key'], undefined);
        const upload = stage.service.requests.at(-1);
        assert.equal(upload?.path, '/v4/smart/parse');
        assert.match(String(upload.headers['x-api-key']), /^at_/);
        assert.equal((await stage.gateways.verify(account, { signal: never() })).user, undefined);
      });

    it('is not added where it hands out none: any server says that it has no such thing', async () => {
      Object.assign(stage.gateway.offers, { open: true, tokens: false });
      assert.equal((await problemIn(stage.passing(keep()))).kind, 'notHandedOut');
      assert.deepEqual(await stage.accounts.listAll(), []);
    });

    it('is no way around a sign-in', async () => {
      const { kind } = await problemIn(stage.passing(keep()));
      assert.equal(kind, 'signInRefused');
    });
  });

  it('is asked with the key that a file has now, and keeps none of it', async () => {
    const file = 'file:///work/.env';
    stage.environment[file] = stage.gateway.signIns.key;
    const { account } = await stage.passing(
      stage.keep({
        gateway: { url: stage.gateway.origin, signIn: 'key' },
        grant: { token: stage.gateway.signIns.key },
        variable: 'API_KEY',
        file,
      }),
    );
    assert.equal(account.file, file);
    assert.equal((await verify(account)).user, '12345');
    assert.ok(![...stage.vault.kept.values()].join().includes(stage.gateway.signIns.key));
    stage.environment[file] = undefined;
    assert.equal((await problemIn(verify(account))).kind, 'keyMissing');
  });

  describe('whose page of consent is on another host', () => {
    let page: GatewayService;
    beforeEach(async () => {
      const { signIns } = stage.gateway;
      page = await startGateway(stage.service, { now: stage.timing.now, signIns });
    });
    afterEach(() => page.close());

    const authorizeUrl = (query = '') => `${page.origin}/oauth/authorize${query}`;
    const signIn = (query?: string) => oauthSignIn(stage, { authorizeUrl: authorizeUrl(query) });

    it('sends the browser there and everything else to itself', async () => {
      const account = await stage.passing(signIn());
      assert.equal((await verify(account)).user, '12345');
      await stage.passing(stage.parse(account));
      stage.gateway.signIns.expireAll();
      await verify(account);
      assert.deepEqual([...new Set(page.requests.map(whatOf))].sort(), [
        'GET /oauth/authorize',
        'POST /oauth/authorize',
      ]);
      for (const { headers, path } of page.requests)
        assert.deepEqual(
          [headers.authorization, headers['x-api-key']],
          [undefined, undefined],
          path,
        );
      assert.deepEqual(asked('GET /oauth/authorize'), []);
      assert.ok(asked('POST /oauth/token').length >= 2);
    });

    it('keeps the query of its address, but for what belongs to the request', async () => {
      await stage.passing(signIn('?policy=a%2Bb&redirect_uri=https%3A%2F%2Fevil.example'));
      const [first] = page.requests;
      const query = new URL(first?.path ?? '', page.origin).searchParams;
      assert.equal(query.get('policy'), 'a+b');
      assert.match(query.getAll('redirect_uri').join(), /^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    });

    it('may say who it is, as the page or as the gateway, and as nobody else', async () => {
      for (const issuer of [page.origin, `${page.origin}/realm`, stage.gateway.origin]) {
        page.oauth.issuer = issuer;
        assert.equal((await verify(await stage.passing(signIn()))).user, '12345', issuer);
      }
      page.oauth.issuer = 'https://login.example';
      stage.forgetArrived();
      assert.equal((await problemIn(stage.passing(signIn()))).kind, 'signInForeign');
      assert.deepEqual(asked('POST /oauth/token'), [], 'the code goes nowhere');
    });

    it('has to be at an address that nobody can listen to', () => {
      const at = (url: string) =>
        consentPageOf({ url: stage.gateway.origin, signIn: 'oauth', authorizeUrl: url });
      for (const url of [
        'http://login.example/authorize',
        'https://user:word@login.example/authorize',
        'https://login.example/authorize#part',
        'command:casParser.showLog',
      ])
        assert.throws(() => at(url), { kind: 'addressInvalid' }, url);
      assert.equal(at('https://login.example/a?b=c').href, 'https://login.example/a?b=c');
    });

    it('is opened once the person has agreed to these two hosts, and asked about once', async () => {
      const remembered = new Map<string, unknown>();
      const memory = {
        get: (name: string) => remembered.get(name),
        update: (name: string, value: unknown) => Promise.resolve(void remembered.set(name, value)),
      };
      let questions = 0;
      const may = (pageAt: string, gatewayAt: string, agrees: boolean) => {
        const hosts = { page: new URL(pageAt), gateway: new URL(gatewayAt) };
        return mayOpenPage(memory, hosts, () => {
          questions += 1;
          return Promise.resolve(agrees);
        });
      };
      const [login, ours] = ['https://login.example/a', 'https://cas.example'];
      assert.equal(await may(`${ours}/oauth/authorize`, `${ours}/below`, false), true);
      assert.equal(questions, 0, 'a page of its own');
      assert.equal(await may(login, ours, false), false);
      assert.equal(await may(login, ours, true), true);
      assert.equal(questions, 2);
      assert.equal(await may(`${login}/other`, ours, false), true);
      assert.equal(questions, 2, 'confirmed');
      for (const [pageAt, gatewayAt] of [
        [login, 'https://other.example'],
        ['https://login.example:8443/a', ours],
        ['https://login.example.evil/a', ours],
      ] as const)
        assert.equal(await may(pageAt, gatewayAt, false), false, `${pageAt} ${gatewayAt}`);
      assert.equal(questions, 5);
      await forgetPagesOf(memory, 'https://other.example');
      assert.equal(await may(login, ours, false), true, 'another gateway was removed');
      await forgetPagesOf(memory, ours);
      assert.equal(await may(login, ours, false), false);
      assert.equal([...remembered.values()].join(), '');
    });
  });

  it('tells who is signed in, with what scope and until when [S3-29] [S3-30]', async () => {
    const account = await stage.passing(oauthSignIn(stage));
    const { user, scopes, expiresAt } = await verify(account);
    assert.deepEqual([user, scopes], ['12345', ['read', 'write']]);
    assert.equal(expiresAt, stage.timing.now() + 3_600_000);
  });

  for (const { ids, status, body, kind, replayed } of problemBodies) {
    it(`${body.error} is ${kind}${replayed ? ', renewed once and sent again' : ''} ${ids}`, async () => {
      const account = await stage.passing(oauthSignIn(stage));
      stage.forgetArrived();
      // What is waited for is among the eight checks.
      if (status !== 429) {
        stage.gateway.replace({ on: 'GET /v1/auth/verify', status, body });
        const problem = await problemIn(verify(account));
        assert.equal(problem.kind, kind);
        assert.equal(problem.details.serviceSays, body.message);
        assert.equal(problem.details.host, new URL(stage.gateway.origin).host);
        assert.equal(asked('GET /v1/auth/verify').length, replayed ? 2 : 1);
        assert.equal(asked('POST /oauth/token').length, replayed ? 1 : 0);
      }
      const answer = { status, headers: {}, text: JSON.stringify(body) };
      assert.equal(gatewayRefusal(answer, parseJson(answer.text), [])?.kind, kind);
    });
  }

  it('renews shortly before the end, so that nothing is refused [S3-14]', async () => {
    const account = await stage.passing(oauthSignIn(stage));
    stage.forgetArrived();
    stage.timing.setClock(58 * 60_000);
    await verify(account);
    assert.equal(asked('POST /oauth/token').length, 0);
    stage.timing.setClock(90_000);
    await verify(account);
    assert.deepEqual(
      stage.gateway.requests.map((one) => [whatOf(one), one.answered]),
      [
        ['GET /v1/auth/verify', 200],
        ['POST /oauth/token', 200],
        ['GET /v1/auth/verify', 200],
      ],
    );
  });

  it('keeps the refresh token that is not rotated, and the body that the server took [S3-10] [S3-15]', async () => {
    const account = await stage.passing(oauthSignIn(stage));
    const exchange = asked('POST /oauth/token').map(({ headers, answered }) => [
      headers['content-type'],
      answered,
    ]);
    assert.deepEqual(exchange, [
      ['application/x-www-form-urlencoded', 400],
      ['application/json', 200],
    ]);
    stage.forgetArrived();
    for (let times = 1; times <= 2; times++) {
      stage.gateway.signIns.expireAll();
      await verify(account);
    }
    assert.deepEqual(
      asked('POST /oauth/token').map(({ headers, answered }) => [
        headers['content-type'],
        answered,
      ]),
      [
        ['application/json', 200],
        ['application/json', 200],
      ],
    );
  });

  it('takes the form of RFC 6749, too, and a client secret', async () => {
    Object.assign(stage.gateway.oauth, { body: 'form', clientSecret: 'cs_invented' });
    const account = await stage.passing(oauthSignIn(stage, { clientSecret: 'cs_invented' }));
    stage.gateway.signIns.expireAll();
    assert.equal((await verify(account)).user, '12345');
    assert.ok(asked('POST /oauth/token').every(({ answered }) => answered === 200));
  });

  it('asks for the sign-in again when it cannot be renewed, and renews nothing twice', async () => {
    const account = await stage.passing(oauthSignIn(stage));
    stage.forgetArrived();
    stage.gateway.signIns.expireAll();
    stage.gateway.replace({
      on: 'POST /oauth/token',
      status: 400,
      body: { error: 'invalid_grant' },
    });
    const problems = await Promise.all([1, 2, 3].map(() => problemIn(verify(account))));
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['signInExpired', 'signInExpired', 'signInExpired'],
    );
    assert.equal(asked('POST /oauth/token').length, 1);
  });

  it('is asked for no more than the documented number of requests an hour [S3-22]', async () => {
    const account = await byKey();
    // Not all at once: on a busy machine the last would be given up before it is answered.
    for (let sent = 0; sent < 1000; sent += 20)
      await Promise.all(Array.from({ length: 20 }, () => verify(account)));
    const problem = await problemIn(verify(account));
    assert.equal(problem.kind, 'rateLimited');
    assert.ok((problem.details.retryAfter ?? 0) > 3000, 'an hour is not sat out');
    assert.equal(stage.gateway.requests.length, 1000);
  });

  it('is waited for as its headers say', async () => {
    const account = await byKey();
    const reset = Math.ceil(stage.timing.now() / 1000) + 40;
    const headers = { 'X-RateLimit-Limit': '5', 'X-RateLimit-Remaining': '0' };
    stage.gateway.replace({
      status: 200,
      times: 1,
      headers: { ...headers, 'X-RateLimit-Reset': String(reset) },
      body: { authenticated: true },
    });
    await verify(account);
    await verify(account);
    const [first, second] = stage.gateway.requests;
    assert.ok(first && second && second.at - first.at >= 39_000);
  });

  it('gets its credential at its own origin only, whatever settings say later', async () => {
    const account = await byKey();
    const elsewhere = await GatewayStage.open();
    try {
      const moved = {
        ...account,
        origin: elsewhere.gateway.origin,
        gateway: { url: elsewhere.gateway.origin, signIn: 'key' as const },
      };
      const { kind } = await problemIn(verify(moved));
      assert.equal(kind, 'keyMissing');
      // Not even where somebody has changed the gateway alone.
      const { origin } = account;
      await assert.rejects(verify({ ...moved, origin }), /issued for another address/);
      assert.deepEqual(elsewhere.gateway.requests, []);
    } finally {
      await elsewhere.close();
    }
  });

  it('is used over https only, except on this computer [S3-21]', () => {
    const signIn = { url: 'http://gateway.example', signIn: 'key' as const };
    assert.throws(() => stage.callAt(signIn), /addressInvalid/);
    assert.ok(stage.callAt({ ...signIn, url: 'https://gateway.example/cas' }));
  });

  it('is described by settings that hold no secret and lead nowhere else [S3-1] [S3-5]', () => {
    const known = { url: 'https://gateway.example/cas/', signIn: 'login' };
    const read = gateway.safeParse({ ...known, key: 'gk_pasted', password: 'x' });
    assert.deepEqual(read.data, known);
    for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a?b', 'a'])
      assert.equal(gateway.safeParse({ ...known, verifyPath: path }).success, false, path);
    assert.equal(
      gatewayId({ ...known, signIn: 'login' }),
      'gateway login https://gateway.example/cas',
    );
    assert.equal(pathsOf({ url: known.url, signIn: 'login', oauthTokenPath: '/t' }).refresh, '/t');
  });

  it('may call the user by e-mail, as the specification beside the documentation does', async () => {
    const call = stage.callAt({ url: stage.gateway.origin, signIn: 'login' });
    const who = { field: 'email', user: 'member', password: 'Correct-Horse-9' } as const;
    const manner = { signal: never(), now: stage.timing.now };
    assert.match((await logIn(call, '/v1/auth/login', who, manner)).token, /^eyJ/);
  });
});

describe('what a gateway gave, in two windows', () => {
  const BUSY = 'the refresh token was good for one use';
  let kept: Grant;
  let now: number;
  let renewals: string[];
  beforeEach(() => {
    kept = { token: 'one', refreshToken: 'r1', expiresAt: 3_600_000 };
    now = 0;
    renewals = [];
  });

  /** A window: what is kept is shared, and a refresh token is good once. */
  const grantsIn = (window: string, withLock: WithLock = (_name, _signal, work) => work()) =>
    renewedGrants({
      read: () => Promise.resolve(kept),
      write: (grant) => {
        kept = grant;
        return Promise.resolve();
      },
      renew: async ({ refreshToken = '' }) => {
        const isUsed = renewals.some((used) => used.endsWith(refreshToken));
        renewals.push(`${window} ${refreshToken}`);
        await new Promise((resolve) => setTimeout(resolve, isUsed ? 20 : 5));
        if (isUsed) throw new AppError('signInExpired', { serviceSays: BUSY });
        return { token: `two of ${window}`, refreshToken: 'r2', expiresAt: now + 3_600_000 };
      },
      alone: (renewal) => renewAlone(withLock, 'a sign-in', renewal),
      present: ({ token }) => ({ key: token, origin: 'https://gateway.test' }),
      now: () => now,
    });
  const asking = { signal: never() };

  it('is renewed in one of them, while the other one waits', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'renewal-'));
    try {
      const inFolder = () => {
        const locks = new Locks(folder, Date.now);
        return locks.withLock.bind(locks);
      };
      const [first, second] = [grantsIn('A', inFolder()), grantsIn('B', inFolder())];
      const old = await first.current(asking);
      const both = await Promise.all([first.renew?.(old, asking), second.renew?.(old, asking)]);
      assert.equal(renewals.length, 1);
      for (const credential of both) assert.match(credential?.key ?? '', /^two of [AB]$/);
      assert.equal(both[0]?.key, both[1]?.key);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is taken from the other window, which was quicker, where the disk takes no lock', async () => {
    const noLock = () => Promise.reject(new AppError('journalNotWritten', { mayBeBilled: false }));
    const [first, second] = [grantsIn('A', noLock), grantsIn('B', noLock)];
    const old = await first.current(asking);
    const both = await Promise.all([first.renew?.(old, asking), second.renew?.(old, asking)]);
    assert.deepEqual(
      both.map((credential) => credential?.key),
      ['two of A', 'two of A'],
    );
    assert.deepEqual(renewals, ['A r1', 'B r1']);
    assert.equal((await second.renew?.(old, asking))?.key, 'two of A');
    assert.equal(renewals.length, 2);
  });

  it('stays in use while it lives, when it cannot be renewed before its end', async () => {
    const grants = grantsIn('A');
    renewals.push('B r1');
    now = 3_600_000 - 30_000;
    assert.equal((await grants.current(asking)).key, 'one');
    now = 3_600_001;
    assert.equal((await problemIn(grants.current(asking))).kind, 'signInExpired');
  });

  it('is cancelled for who waits, and goes on for the others', async () => {
    const grants = grantsIn('A');
    const old = await grants.current(asking);
    const leaving = new AbortController();
    const left = problemIn(Promise.resolve(grants.renew?.(old, { signal: leaving.signal })));
    const stays = grants.renew?.(old, asking);
    leaving.abort();
    assert.equal((await left).kind, 'cancelled');
    assert.equal((await stays)?.key, 'two of A');
    assert.equal(renewals.length, 1);
  });
});

describe('the way back from the browser', () => {
  const words = { done: 'Back.', foreign: 'Foreign <b>.' };

  it('hears the answer with the right state only, and takes the code out of the history [S3-9]', async () => {
    const redirect = await listenOnLoopback(0, words);
    try {
      assert.match(redirect.uri, /^http:\/\/127\.0\.0\.1:\d+\/callback$/);
      const early = await fetch(`${redirect.uri}?code=c&state=s`);
      assert.equal(early.status, 404);
      redirect.expect('s');
      for (const query of ['code=c&state=wrong', 'code=c', 'state=s', ''])
        assert.equal((await fetch(`${redirect.uri}?${query}`)).status, 400, query);
      assert.equal((await fetch(redirect.uri, { method: 'POST' })).status, 400);
      const page = await fetch(`${redirect.uri}?code=c&state=s`);
      assert.equal(page.url, redirect.uri.replace('callback', 'done'));
      assert.match(await page.text(), /Back\./);
      assert.equal((await redirect.answered).searchParams.get('code'), 'c');
    } finally {
      redirect.close();
    }
  });

  it('says when the port is taken, so that another way is tried', async () => {
    const first = await listenOnLoopback(0, words);
    try {
      await assert.rejects(listenOnLoopback(Number(new URL(first.uri).port), words), /EADDRINUSE/);
    } finally {
      first.close();
    }
  });
});
