import assert from 'node:assert/strict';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { send, upload } from './client.ts';
import { sampleStatement, statementFolder } from './sampleFiles.ts';

const minute = 60_000;

describe('stand-in: access tokens', () => {
  let service: CasParserService;
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2026, 8, 12);
    service = await startCasParserService({ now: () => now, statements: statementFolder });
  });
  afterEach(() => service.close());

  async function newToken(expiry_minutes?: number): Promise<string> {
    const { json } = await send(service, '/v1/token', {
      key: service.key,
      json: { expiry_minutes },
    });
    return (json as { access_token: string }).access_token;
  }
  const masked = () => `${service.key.slice(3, 7)}****${service.key.slice(-4)}`;

  it('makes a token for 1 to 60 minutes, 60 unless asked otherwise', async () => {
    for (const [json, expires_in] of [
      [undefined, 3600],
      [{}, 3600],
      [{ expiry_minutes: 1 }, 60],
    ] as const) {
      const sent = json === undefined ? {} : { json };
      const reply = await send(service, '/v1/token', { key: service.key, ...sent });
      const { access_token, ...rest } = reply.json as { access_token: string };
      assert.match(access_token, /^at_/);
      assert.deepEqual(rest, { token_type: 'api_key', expires_in });
    }
  });

  it('refuses other lifetimes and a body that is not JSON, naming the field only', async () => {
    for (const expiry_minutes of [0, 61, 1.5, 'secret']) {
      const json = { expiry_minutes };
      const { status, text } = await send(service, '/v1/token', { key: service.key, json });
      assert.equal(status, 422);
      assert.match(text, /"loc":\["body","expiry_minutes"\]/);
      assert.doesNotMatch(text, /secret/);
    }
    const headers = { 'content-type': 'application/json' };
    const form = new FormData();
    const broken = await send(service, '/v1/token', { key: service.key, form, headers });
    assert.equal(broken.status, 422);
  });

  it('takes a token for parsing, in place of the key, until it expires', async () => {
    const key = await newToken(5);
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    const parse = async () =>
      (await send(service, '/v4/smart/parse', { key, form: await upload(path, password) })).status;
    now += 5 * minute - 1;
    assert.equal(await parse(), 200);
    assert.equal(service.account.used, 17);
    now += 1;
    assert.equal(await parse(), 403);
  });

  it('refuses a token where the account itself is concerned', async () => {
    const key = await newToken();
    const detail = async (path: string) => {
      const { status, json } = await send(service, path, { key });
      assert.equal(status, 400);
      return (json as { detail: string }).detail;
    };
    const useKey = 'Use your API key instead.';
    assert.equal(
      await detail('/v1/credits'),
      `Access tokens cannot be used for credits API. ${useKey}`,
    );
    assert.match(await detail('/v1/usage'), /^Access tokens cannot be used/);
    assert.match(await detail('/v1/usage/summary'), /^Access tokens cannot be used/);
    assert.equal(await detail('/v1/token'), 'Cannot create access token from access token');
  });

  it('verifies the token in x-api-key when there is no body', async () => {
    const key = await newToken(5);
    const verify = async () => (await send(service, '/v1/token/verify', { key })).json;
    assert.deepEqual(await verify(), { valid: true, masked_api_key: masked() });
    now += 5 * minute;
    assert.deepEqual(await verify(), { valid: false, error: 'Token has expired' });
  });

  it('verifies the token in the body when x-api-key is a key, and tells its end', async () => {
    const access_token = await newToken(5);
    const verify = (json: unknown, key = service.key) =>
      send(service, '/v1/token/verify', { key, json });
    assert.deepEqual((await verify({ access_token })).json, {
      valid: true,
      masked_api_key: masked(),
      expires_at: '2026-09-12T00:05:00Z',
    });
    assert.deepEqual((await verify({ access_token: 'at_made.up' })).json, {
      valid: false,
      error: 'Invalid token',
    });
    assert.equal((await verify({ access_token }, 'sk_wrong')).status, 403);
    assert.equal((await send(service, '/v1/token/verify')).status, 401);
  });

  it('ends the tokens of a revoked key', async () => {
    const key = await newToken();
    service.account.revoked = true;
    assert.equal((await send(service, '/v4/smart/parse', { key })).status, 403);
    const { json } = await send(service, '/v1/token/verify', { key });
    assert.deepEqual(json, { valid: false, error: 'Invalid token' });
  });

  it('gives the sandbox a token that works', async () => {
    const { json } = await send(service, '/v1/token', { key: 'sandbox-with-json-responses' });
    const { access_token: key } = json as { access_token: string };
    const { path } = await sampleStatement('cdsl-ecas.pdf');
    const form = await upload(path);
    assert.equal((await send(service, '/v4/smart/parse', { key, form })).status, 200);
  });

  it('answers at the older addresses', async () => {
    const { json } = await send(service, '/v1/access-token', { key: service.key });
    const { access_token: key } = json as { access_token: string };
    const verified = await send(service, '/v1/verify-token', { key });
    assert.deepEqual(verified.json, { valid: true, masked_api_key: masked() });
  });
});
