import assert from 'node:assert/strict';

import type { Account } from '../../../src/connections/account.ts';
import { fetchCredits } from '../../../src/service/credits.ts';
import { AppError } from '../../../src/service/appError.ts';
import { never } from '../http/extensionClient.ts';
import { ConnectionStage } from './connectionStage.ts';

const MINUTE = 60_000;

describe('parsing with access tokens', () => {
  let stage: ConnectionStage;
  let account: Account;
  beforeEach(async () => {
    stage = await ConnectionStage.open(true);
    account = await keep('sk', stage.service.key);
  });
  afterEach(() => stage.close());

  const keep = (id: string, key: string | undefined, kind: Account['kind'] = 'key') =>
    stage.accounts.keep(
      { id, kind, origin: stage.service.origin, createdAt: '2026-09-12T06:30:00.000Z' },
      key,
    );
  async function refused(): Promise<AppError> {
    const problem = await stage.problemOr(stage.parse(account));
    assert.ok(problem instanceof AppError, 'it was parsed');
    return problem;
  }

  it('sends the key for tokens and for nothing else', async () => {
    for (let n = 0; n < 3; n += 1) await stage.parse(account);
    const { key } = stage.service;
    const withKey = stage.service.requests.filter(({ headers }) => headers['x-api-key'] === key);
    assert.deepEqual(
      withKey.map(({ path }) => path),
      ['/v1/token'],
    );
    assert.equal(stage.billed, 3);
  });

  it('mints one token for many statements at the same time, and one when all are refused', async () => {
    await Promise.all(Array.from({ length: 5 }, () => stage.parse(account)));
    assert.equal(stage.mints.length, 1);
    stage.serviceAhead = 61 * MINUTE;
    await Promise.all(Array.from({ length: 5 }, () => stage.parse(account)));
    assert.equal(stage.mints.length, 2);
    // On a busy machine one may be late enough to have the new token at once.
    const refused = stage.uploads.filter(({ answered }) => answered === 403).length;
    assert.ok(refused >= 1 && refused <= 5);
    assert.equal(stage.billed, 10);
  });

  it('does not pay when no token is to be had, however that ends', async () => {
    for (const how of [
      { how: 'drop-after' },
      { how: 'cut-off' },
      { status: 500 },
      { body: '<h1>Sign in</h1>' },
      { status: 403 },
    ] as const) {
      stage.service.behave();
      stage.service.misbehave({ on: 'token', ...how });
      const { details } = await refused();
      assert.equal(details.mayBeBilled, false);
    }
    assert.deepEqual(stage.uploads, []);
  });

  it('does not pay when the token has ended and no other is to be had', async () => {
    await stage.parse(account);
    stage.serviceAhead = 61 * MINUTE;
    stage.service.misbehave({ on: 'token', how: 'drop-after' });
    const { kind, details } = await refused();
    assert.equal(kind, 'connectionLost');
    assert.equal(details.mayBeBilled, false);
    assert.equal(stage.billed, 1);
  });

  it('mints one for a person who insists, although the service rests after failures', async () => {
    stage.service.misbehave({ on: 'token', how: 'drop-before' });
    for (let failures = 0; failures < 3; failures += 1)
      assert.equal((await refused()).kind, 'connectionLost');
    stage.service.behave();
    assert.equal((await refused()).kind, 'circuitOpen');
    await stage.parse(account, { insist: true });
    assert.equal(stage.billed, 1);
  });

  it('tells how long it waits for a token, too', async () => {
    stage.service.misbehave({
      on: 'token',
      times: 1,
      status: 429,
      headers: { 'retry-after': '7' },
    });
    const told: number[] = [];
    await stage.parse(account, {
      onStep: (step) => step.at === 'pausing' && told.push(step.until),
    });
    assert.deepEqual([...new Set(told)], [stage.timing.begin + 7_000]);
    assert.deepEqual(
      stage.mints.map(({ answered }) => answered),
      [429, 200],
    );
  });

  it('tells used-up credits from a token that has ended, by the key', async () => {
    stage.service.account.used = stage.service.account.limit;
    assert.equal((await refused()).kind, 'creditsUsedUp');
    const credits = stage.service.requests.filter(({ path }) => path === '/v1/credits');
    assert.deepEqual(
      credits.map(({ headers }) => headers['x-api-key']),
      [stage.service.key],
    );
  });

  it('keeps the limit of key and tokens together, which the service counts as one', async () => {
    const { key, origin } = stage.service;
    await stage.parse(account);
    for (let n = 0; n < 57; n += 1) await fetchCredits(stage.client.call, { key, origin }, never());
    await Promise.all([stage.parse(account), stage.parse(account)]);
    assert.equal(stage.service.requests.length, 61);
    assert.ok(stage.service.requests.every(({ answered }) => answered === 200));
    assert.equal(stage.timing.now() - stage.timing.begin, 61_000);
  });

  it('uses the new key from the moment that it is there', async () => {
    await stage.parse(account);
    await keep('sk', 'sk_of_nobody');
    assert.equal((await refused()).kind, 'keyRefused');
    assert.equal(stage.billed, 1);
    await keep('sk', stage.service.key);
    await stage.parse(account);
    assert.equal(stage.billed, 2);
  });

  it('leaves the sandbox its printed key, and a token that was handed over to itself', async () => {
    const sandbox = await keep('sandbox', undefined, 'sandbox');
    await stage.parse(sandbox);
    const token = await stage.credentials.token(account);
    await stage.parse(await keep('token', token, 'accessToken'));
    assert.equal(stage.mints.length, 1);
    assert.deepEqual(
      stage.uploads.map(({ headers }) => headers['x-api-key']),
      ['sandbox-with-json-responses', token],
    );
  });

  it('hands out a token, never the key, and none of an account that is signed out', async () => {
    const token = await stage.credentials.token(account);
    assert.match(token, /^at_/);
    assert.equal(await stage.credentials.token(account), token);
    const handedOver = await keep('token', 'at_given', 'accessToken');
    assert.equal(await stage.credentials.token(handedOver), 'at_given');
    stage.credentials.forget();
    assert.notEqual(await stage.credentials.token(account), token);
    await stage.accounts.forget(account);
    const problem = await stage.problemOr(stage.credentials.token(account));
    assert.ok(problem instanceof AppError && problem.kind === 'keyMissing');
  });

  it('says of a token that was handed over what the service says of it', async () => {
    const token = await stage.credentials.token(account);
    account = await keep('token', token, 'accessToken');
    stage.serviceAhead = 61 * MINUTE;
    const ended = await refused();
    assert.equal(ended.kind, 'tokenInvalid');
    assert.equal(ended.details.serviceSays, 'Token has expired');
    assert.equal(ended.details.requestId, stage.uploads.at(-1)?.headers['x-request-id']);

    stage.serviceAhead = 0;
    stage.service.account.used = stage.service.account.limit;
    assert.equal((await refused()).kind, 'refused', 'the token itself is good');
    stage.service.misbehave({ on: 'verify', status: 500 });
    assert.equal((await refused()).kind, 'refused', 'nobody knows');
    assert.ok(stage.service.requests.every(({ path }) => path !== '/v1/credits'));
  });
});
