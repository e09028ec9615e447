import assert from 'node:assert/strict';

import { pollApproval } from '../../../src/service/approval.ts';
import { fetchCredits } from '../../../src/service/credits.ts';
import type { AppError } from '../../../src/service/appError.ts';
import { fetchUsage } from '../../../src/service/usage.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { clientOf, never, parse, problemOf } from './extensionClient.ts';
import type { ExtensionClient } from './extensionClient.ts';

const password = 'Pass@1234';
const token = 'a5'.repeat(32);

describe('a secret that the service repeats', function () {
  let service: CasParserService;
  let client: ExtensionClient;
  before(async () => {
    service = await startCasParserService();
    client = clientOf(service);
  });
  after(() => service.close());
  beforeEach(() => service.behave());

  const says = (msg: string) =>
    service.misbehave({ on: 'any', status: 400, body: { status: 'failed', msg } });
  const wordsOf = async (failing: Promise<unknown>) =>
    (await problemOf(failing)).details.serviceSays;

  it('is taken out of the words about an upload, wherever it stands', async () => {
    says(`Key ${service.key} may not use ${password}; ${password} is not for ${service.key}`);
    assert.equal(
      await wordsOf(parse(client, { password })),
      'Key *** may not use ***; *** is not for ***',
    );
  });

  it('is taken out before the words are shortened, so that no half of it is left', async () => {
    for (const secret of [password, service.key]) {
      for (const room of [0, 1, secret.length - 1, secret.length]) {
        service.behave();
        says('x'.repeat(300 - room) + secret);
        const words = (await wordsOf(parse(client, { password }))) ?? '';
        assert.equal(words, ('x'.repeat(300 - room) + '***').slice(0, 300));
      }
    }
  });

  it('is taken out of the words about the credits', async () => {
    says(`${service.key} is not a key of this account`);
    const words = await wordsOf(fetchCredits(client.call, client.credential, never()));
    assert.equal(words, '*** is not a key of this account');
  });

  it('is taken out of the words about the usage', async () => {
    says(`${service.key} is not a key of this account`);
    const asked = fetchUsage(client.call, client.credential, { from: 0, limit: 1 }, never());
    assert.equal(await wordsOf(asked), '*** is not a key of this account');
  });

  it('is taken out of the words about an approval, and out of a state nobody knows', async () => {
    says(`Token ${token} is odd`);
    const poll = () => pollApproval(client.call, token, never());
    assert.equal(await wordsOf(poll()), 'Token *** is odd');

    service.behave();
    service.misbehave({ on: 'approval-poll', body: { status: `odd ${token}` } });
    assert.deepEqual(await poll(), { status: 'unknown', said: 'odd ***' });
  });

  it('does not mangle words when the PDF was sent with an empty password', async () => {
    says('Password is empty');
    assert.equal(await wordsOf(parse(client, { password: '' })), 'Password is empty');
  });

  it('is in no line of the log and in no message of an error', async () => {
    const problems: AppError[] = [];
    for (const how of [undefined, 'drop-after', 'cut-off', 'drop-before'] as const) {
      service.behave();
      for (const [on, detail] of [
        ['parse', `${service.key} ${password}`],
        ['credits', service.key],
        ['approval-poll', token],
      ] as const)
        service.misbehave(how ? { on, how } : { on, status: 400, body: { detail } });
      problems.push(await problemOf(parse(client, { password })));
      problems.push(await problemOf(fetchCredits(client.call, client.credential, never())));
      problems.push(await problemOf(pollApproval(client.call, token, never())));
    }
    const told = JSON.stringify([client.log, problems.map((p) => [p.message, p.stack, p.details])]);
    for (const secret of [service.key, password, token])
      assert.ok(!told.includes(secret), secret.slice(0, 3));
    assert.deepEqual(
      client.log.slice(-3).map(({ what }) => what),
      ['POST /v4/smart/parse', 'POST /v1/credits', 'GET /v1/agent-auth/token/{token}'],
    );
  });
});
