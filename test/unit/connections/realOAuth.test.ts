import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { consentPageOf } from '../../../src/connections/gateway/consentPage.ts';
import type { Grant } from '../../../src/connections/gateway/grant.ts';
import { renewAlone } from '../../../src/connections/gateway/renewAlone.ts';
import { renewedGrants } from '../../../src/connections/gateway/renewedGrants.ts';
import { checkedAddress } from '../../../src/service/address.ts';
import { serviceClient } from '../../../src/service/client.ts';
import {
  type Consent,
  type OAuthClient,
  askConsent,
  redeemCode,
  refreshOAuth,
} from '../../../src/service/gateway/oauth.ts';
import { undiciTransport } from '../../../src/service/undiciTransport.ts';
import { Locks } from '../../../src/statements/storage/locks.ts';
import { type RealServer, startRealServer } from '../../service/gateway/realServer.ts';
import { defaultRules, never } from '../http/extensionClient.ts';
import { CookieBrowser } from './cookieBrowser.ts';
import { problemIn } from './rows/systemRow.ts';

const CLIENT = 'casparser-vscode';
const REDIRECT = 'http://127.0.0.1:49152/callback';

describe('OAuth with a real authorization server (oidc-provider)', () => {
  let server: RealServer;
  let client: OAuthClient;
  before(async () => {
    server = await startRealServer(CLIENT);
    client = clientAt(server.origin);
  });
  after(() => server.close());

  function clientAt(address: string): OAuthClient {
    const base = checkedAddress(address);
    return {
      base,
      clientId: CLIENT,
      consentPage: consentPageOf({ url: address, signIn: 'oauth' }),
      tokenPath: '/oauth/token',
      call: serviceClient({
        send: undiciTransport(() => defaultRules),
        baseUrl: () => base,
        onExchange: () => undefined,
      }),
    };
  }

  /** Logs in, and consents or not; where the server then sends the browser. */
  async function inBrowser(consent: Consent, decision: 'consent' | 'abort'): Promise<URL> {
    const browser = new CookieBrowser();
    const login = await browser.open(consent.url);
    const action = /action="([^"]+)"/.exec(login.text)?.[1];
    assert.ok(action, `no login page: ${login.status}`);
    const asked = await browser.open(new URL(action, login.url).href, {
      prompt: 'login',
      login: 'member',
      password: 'invented',
    });
    if (decision === 'abort') return (await browser.open(`${action}/abort`)).url;
    return (await browser.open(asked.url.href, { prompt: 'consent' })).url;
  }
  const ask = (scope = 'read write') => askConsent(client, scope, REDIRECT);

  it('signs in with code and PKCE, and renews, which rotates the refresh token [S3-8] [S3-11] [S3-15]', async () => {
    const consent = await ask();
    const answered = await inBrowser(consent, 'consent');
    assert.equal(answered.origin + answered.pathname, REDIRECT);
    const granted = await redeemCode(client, consent, answered, never());
    assert.equal(granted.tokenBody, 'form');
    assert.ok(granted.token && granted.refreshToken && granted.lives > 0);
    const { refreshToken } = granted;
    const renewed = await refreshOAuth({ ...client, tokenBody: 'form' }, refreshToken, never());
    assert.notEqual(renewed.token, granted.token);
    assert.ok(renewed.refreshToken);
    // The old one is used up: whoever has it has to sign in again.
    if (renewed.refreshToken !== refreshToken) {
      const again = refreshOAuth({ ...client, tokenBody: 'form' }, refreshToken, never());
      assert.equal((await problemIn(again)).kind, 'signInExpired');
    }
  });

  it('refuses an answer with another state, and sends its code nowhere', async () => {
    const consent = await ask();
    const answered = await inBrowser(consent, 'consent');
    answered.searchParams.set('state', 'another');
    const problem = await problemIn(redeemCode(client, consent, answered, never()));
    assert.equal(problem.kind, 'signInForeign');
    answered.searchParams.delete('state');
    assert.equal(
      (await problemIn(redeemCode(client, consent, answered, never()))).kind,
      'signInForeign',
    );
    // The code was not used: with the right state it still is good.
    answered.searchParams.set('state', consent.state);
    assert.ok((await redeemCode(client, consent, answered, never())).token);
  });

  it('is refused a code that was used before', async () => {
    const consent = await ask();
    const answered = await inBrowser(consent, 'consent');
    await redeemCode(client, consent, answered, never());
    const problem = await problemIn(redeemCode(client, consent, answered, never()));
    assert.deepEqual([problem.kind, problem.details.code], ['signInExpired', 'invalid_grant']);
  });

  it('is refused a code without the verifier that it was asked with', async () => {
    const consent = await ask();
    const answered = await inBrowser(consent, 'consent');
    const other = { ...consent, verifier: (await ask()).verifier };
    const problem = await problemIn(redeemCode(client, other, answered, never()));
    assert.equal(problem.details.code, 'invalid_grant');
  });

  it('says that consent was denied', async () => {
    const consent = await ask();
    const answered = await inBrowser(consent, 'abort');
    assert.equal(answered.searchParams.get('error'), 'access_denied');
    const problem = await problemIn(redeemCode(client, consent, answered, never()));
    assert.deepEqual([problem.kind, problem.details.code], ['signInDenied', 'access_denied']);
  });

  it('does not come back where the server refuses the redirect', async () => {
    const consent = await askConsent(client, 'read', 'http://127.0.0.1:49152/elsewhere');
    const page = await new CookieBrowser().open(consent.url);
    assert.equal(page.status, 400);
    assert.equal(page.url.host, new URL(server.origin).host);
    assert.match(page.text, /redirect_uri/);
  });

  for (const below of ['/sso', '/sso/', '/'])
    it(`signs in where the issuer is the origin and ${below}, and says so (RFC 9207)`, async () => {
      const other = await startRealServer(CLIENT, { below });
      try {
        const there = clientAt(other.origin + below);
        const consent = await askConsent(there, 'read', REDIRECT);
        const answered = await inBrowser(consent, 'consent');
        assert.equal(answered.searchParams.get('iss'), other.origin + below);
        assert.ok((await redeemCode(there, consent, answered, never())).token);
      } finally {
        await other.close();
      }
    });

  it('refuses an answer that says to come from another origin, and sends its code nowhere', async () => {
    const consent = await ask();
    const answered = await inBrowser(consent, 'consent');
    for (const issuer of ['https://login.example', `${server.origin}0`, 'sso', 'data:,']) {
      answered.searchParams.set('iss', issuer);
      const problem = await problemIn(redeemCode(client, consent, answered, never()));
      assert.equal(problem.kind, 'signInForeign', issuer);
    }
    answered.searchParams.set('iss', server.origin);
    assert.ok((await redeemCode(client, consent, answered, never())).token);
  });

  it('is allowed to stay signed in where a scope has to be asked for it', async () => {
    const other = await startRealServer(CLIENT, { refreshTokens: 'asked' });
    try {
      const there = clientAt(other.origin);
      const grants = [];
      for (const scope of ['openid offline_access', 'openid']) {
        const consent = await askConsent(there, scope, REDIRECT);
        const answered = await inBrowser(consent, 'consent');
        grants.push(await redeemCode(there, consent, answered, never()));
      }
      assert.deepEqual(
        grants.map(({ refreshToken }) => refreshToken !== undefined),
        [true, false],
      );
    } finally {
      await other.close();
    }
  });

  it('stays signed in when two windows renew at the same moment, which looks like a theft', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'renewal-'));
    try {
      const consent = await ask();
      const granted = await redeemCode(
        client,
        consent,
        await inBrowser(consent, 'consent'),
        never(),
      );
      let kept: Grant = { token: granted.token, refreshToken: granted.refreshToken };
      const window = () => {
        const locks = new Locks(folder, Date.now);
        return renewedGrants({
          read: () => Promise.resolve(kept),
          write: (grant) => {
            kept = grant;
            return Promise.resolve();
          },
          renew: ({ refreshToken = '' }) => refreshOAuth(client, refreshToken, never()),
          alone: (renewal) => renewAlone(locks.withLock.bind(locks), 'a sign-in', renewal),
          present: ({ token }) => ({ key: token, origin: server.origin }),
          now: Date.now,
        });
      };
      const asking = { signal: never() };
      const refused = { key: granted.token, origin: server.origin };
      const both = [window(), window()].map(async (one) => one.renew?.(refused, asking));
      for (const renewed of await Promise.all(both)) assert.equal(renewed?.key, kept.token);
      assert.ok((await refreshOAuth(client, kept.refreshToken ?? '', never())).token);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
