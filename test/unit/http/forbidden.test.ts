import assert from 'node:assert/strict';

import type { Credits } from '../../../src/service/credits.ts';
import { AppError } from '../../../src/service/appError.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { clientOf, parse, problemOf } from './extensionClient.ts';

/** One sentence serves for a bad key, used-up credits and a plan without the feature. */
describe('a parse refused with HTTP 403', () => {
  let service: CasParserService;
  beforeEach(async () => (service = await startCasParserService()));
  afterEach(() => service.close());

  async function refusal() {
    const problem = await problemOf(parse(clientOf(service)));
    assert.deepEqual(
      service.requests.map(({ path }) => path),
      ['/v4/smart/parse', '/v1/credits'],
      'one upload, then one question about the credits',
    );
    const [upload, question] = service.requests;
    assert.equal(question?.headers['x-api-key'], service.key);
    assert.equal(question.bodyBytes, 0);
    assert.equal(problem.details.httpStatus, 403);
    assert.equal(problem.details.requestId, upload?.headers['x-request-id'], 'that of the upload');
    assert.equal(problem.details.mayBeBilled, false);
    return problem;
  }

  it('is a refused key when the credits are refused too', async () => {
    service.account.revoked = true;
    assert.equal((await refusal()).kind, 'keyRefused');
  });

  it('is a refused key when the credits answer 401', async () => {
    service.misbehave({ on: 'parse', status: 403 });
    service.misbehave({ on: 'credits', status: 401 });
    assert.equal((await refusal()).kind, 'keyRefused');
  });

  it('is used-up credits when none are left [S0-28]', async () => {
    service.account.used = service.account.limit;
    assert.equal((await refusal()).kind, 'creditsUsedUp');
  });

  it('is used-up credits when what is left does not pay for a parse', async () => {
    service.account.used = service.account.limit - 0.8;
    assert.equal((await refusal()).kind, 'creditsUsedUp');
  });

  it('is a plan without the feature when the plan does not list it', async () => {
    service.account.features = ['contract_note_parser'];
    assert.equal((await refusal()).kind, 'planLacksFeature');
  });

  it('is used-up credits rather than a missing feature when both are true', async () => {
    service.account.used = service.account.limit;
    service.account.features = [];
    assert.equal((await refusal()).kind, 'creditsUsedUp');
  });

  it('is no missing feature when the plan lists a parser by another name', async () => {
    for (const feature of [
      'cams_kfintech_cas_parser',
      'nsdl_cas_parser',
      'cdsl',
      'cams_kfintech',
    ]) {
      service.behave();
      service.requests.length = 0;
      service.misbehave({ on: 'parse', status: 403 });
      service.account.features = ['inbox_pull', feature];
      assert.equal((await refusal()).kind, 'refused', feature);
    }
  });

  it('is used-up credits at once when a text says that they are', async () => {
    for (const body of ['Insufficient credits', { message: 'Insufficient credits' }]) {
      service.behave();
      service.requests.length = 0;
      service.misbehave({ on: 'parse', status: 403, body });
      const { kind, details } = await problemOf(parse(clientOf(service)));
      assert.equal(kind, 'creditsUsedUp');
      assert.equal(details.mayBeBilled, false);
      assert.equal(service.requests.length, 1, 'there is nothing to ask');
    }
  });

  it('stays a refusal in the service’s words when key, credits and plan are all right', async () => {
    service.misbehave({ on: 'parse', status: 403, body: { status: 'failed', msg: 'Not today' } });
    const { kind, details } = await refusal();
    assert.equal(kind, 'refused');
    assert.equal(details.serviceSays, 'Not today');
  });

  it('concludes nothing from credits that are unlimited or list no features', async () => {
    service.misbehave({ on: 'parse', status: 403 });
    service.misbehave({ on: 'credits', body: { remaining: null } });
    assert.equal((await refusal()).kind, 'refused');
  });

  for (const [what, rule] of [
    ['out of order', { status: 500 }],
    ['unreachable', { how: 'drop-before' }],
    ['not making sense', { body: '<h1>Sign in to the hotel’s network</h1>' }],
  ] as const) {
    it(`stays a refusal when the credits are ${what}`, async () => {
      service.misbehave({ on: 'parse', status: 403 });
      service.misbehave({ on: 'credits', ...rule });
      assert.equal((await refusal()).kind, 'refused');
    });
  }

  it('is a service out of order when a page of HTML says it and the account is all right', async () => {
    service.misbehave({ on: 'parse', status: 403, body: '<h1>403 Forbidden</h1>' });
    assert.equal((await refusal()).kind, 'serviceDown');
  });

  /** A quota of credits under the status of a limit on requests. Whoever waits fails the test. */
  describe('or with HTTP 429, where the credits are meant', () => {
    const paths = () => service.requests.map(({ path }) => path);

    it('is used-up credits by its code, and is not sent again', async () => {
      const body = { status: 'failed', msg: 'No more', code: 'INSUFFICIENT_CREDITS' };
      for (const headers of [{}, { 'retry-after': '1' }]) {
        service.requests.length = 0;
        service.misbehave({ on: 'parse', status: 429, body, headers });
        assert.equal((await problemOf(parse(clientOf(service)))).kind, 'creditsUsedUp');
        assert.deepEqual(paths(), ['/v4/smart/parse']);
      }
    });

    it('asks the credits what “Limit Exceeded” limits, at once', async () => {
      service.misbehave({ on: 'parse', status: 429, body: { message: 'Limit Exceeded' } });
      const client = clientOf(service);
      const atOnce = () => problemOf(parse(client, { timeoutSeconds: 5 }));
      assert.equal((await atOnce()).kind, 'rateLimited');
      service.account.used = service.account.limit;
      assert.equal((await atOnce()).kind, 'creditsUsedUp');
      const both = ['/v4/smart/parse', '/v1/credits'];
      assert.deepEqual(paths(), [...both, ...both]);
    });
  });

  describe('with an access token, which may not ask for the credits', () => {
    const unstated: Credits = {
      used: undefined,
      remaining: undefined,
      limit: undefined,
      resetsAt: undefined,
      features: undefined,
    };
    const kindBy = async (credits: () => Promise<Credits>) => {
      service.misbehave({ on: 'parse', status: 403 });
      const { kind } = await problemOf(parse(clientOf(service), { credits }));
      assert.equal(service.requests.length, 1, 'the service was not asked with the token');
      return kind;
    };

    it('is told apart by what its caller knows', async () => {
      const left = (remaining: number) => Promise.resolve({ ...unstated, remaining });
      assert.equal(await kindBy(() => left(0)), 'creditsUsedUp');
      service.requests.length = 0;
      assert.equal(await kindBy(() => left(5)), 'refused');
    });

    it('is a refused key when its caller learns so, and stays a refusal otherwise', async () => {
      const fail = (kind: AppErrorKind) => () => Promise.reject(new AppError(kind));
      assert.equal(await kindBy(fail('keyRefused')), 'keyRefused');
      service.requests.length = 0;
      assert.equal(await kindBy(fail('nameNotFound')), 'refused');
    });
  });
});
