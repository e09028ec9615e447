import assert from 'node:assert/strict';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { send } from './client.ts';

const token = 'a'.repeat(64);
const minute = 60_000;

describe('stand-in: agent auth', () => {
  let service: CasParserService;
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2026, 8, 12);
    service = await startCasParserService({ now: () => now });
  });
  afterEach(() => service.close());

  const poll = (of = token) => send(service, `/v1/agent-auth/token/${of}`, { method: 'GET' });
  const open = () =>
    send(service, `/agent-auth?token=${token}&client_name=VS%20Code`, { method: 'GET' });
  const approve = (json: unknown = { id_token: 'made up', client_name: 'VS Code' }) =>
    send(service, `/v1/agent-auth/token/${token}/approve`, { json });

  it('says pending until approved, delivers the key once, then says pending again', async () => {
    assert.deepEqual((await poll()).json, { status: 'pending' });

    const { status, json } = await approve();
    assert.equal(status, 200);
    assert.deepEqual(json, { status: 'approved', email: 'sample.investor@example.com' });

    assert.deepEqual((await poll()).json, {
      status: 'approved',
      api_key: service.key,
      email: 'sample.investor@example.com',
    });
    assert.deepEqual((await poll()).json, { status: 'pending' });
  });

  it('approves by a direct call as by the page', async () => {
    service.approve(token);
    assert.equal(((await poll()).json as { api_key: string }).api_key, service.key);
    assert.throws(() => service.approve(token));
  });

  it('refuses a token of fewer than 16 or more than 128 characters', async () => {
    for (const length of [15, 129]) {
      const { status, json } = await poll('a'.repeat(length));
      assert.equal(status, 400);
      assert.deepEqual(json, { detail: 'Token must be 16-128 characters' });
    }
    for (const length of [16, 128]) assert.equal((await poll('a'.repeat(length))).status, 200);
    assert.throws(() => service.approve('short'));
  });

  it('counts only the first approval, also after delivery', async () => {
    await approve();
    assert.equal((await approve()).status, 409);
    await poll();
    const { status, json } = await approve();
    assert.equal(status, 409);
    assert.deepEqual(json, { detail: 'Token already approved or storage unavailable' });
    assert.deepEqual((await poll()).json, { status: 'pending' });
  });

  it('refuses an approval without an identity', async () => {
    const empty = await approve({ id_token: '' });
    assert.equal(empty.status, 401);
    assert.deepEqual(empty.json, { detail: 'Invalid identity token' });
    assert.equal((await approve({ client_name: 'VS Code' })).status, 422);
    assert.deepEqual((await poll()).json, { status: 'pending' });
  });

  it('lets a token be approved for ten minutes after its page was opened', async () => {
    await open();
    now += 10 * minute - 1;
    assert.equal((await approve()).status, 200);
  });

  it('refuses an approval after ten minutes', async () => {
    await open();
    now += 10 * minute;
    assert.equal((await approve()).status, 400);
    assert.deepEqual((await poll()).json, { status: 'pending' });
  });

  it('delivers nothing after ten minutes', async () => {
    await open();
    await approve();
    now += 10 * minute;
    assert.deepEqual((await poll()).json, { status: 'pending' });
  });

  it('answers a poll that carries a key, and records that it did', async () => {
    const { json } = await send(service, `/v1/agent-auth/token/${token}`, {
      method: 'GET',
      key: service.key,
    });
    assert.deepEqual(json, { status: 'pending' });
    assert.equal(service.requests[0]?.headers['x-api-key'], service.key);
  });
});
