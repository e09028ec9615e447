import assert from 'node:assert/strict';

import { fetchCredits } from '../../../src/service/credits.ts';
import type { Credits } from '../../../src/service/credits.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import type { Misbehaviour } from '../../service/misbehaviour.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { clientOf, never, problemOf } from './extensionClient.ts';

describe('the credits', () => {
  let service: CasParserService;
  beforeEach(async () => {
    service = await startCasParserService({
      credits: {
        limit: 50,
        used: 15.5,
        resets_at: '2026-10-01T00:00:00Z',
        features: ['smart_parser'],
      },
    });
  });
  afterEach(() => service.close());

  const credits = (key = service.key) => {
    const { call, credential } = clientOf(service);
    return fetchCredits(call, { ...credential, key }, never());
  };
  const unstated: Credits = {
    used: undefined,
    remaining: undefined,
    limit: undefined,
    resetsAt: undefined,
    features: undefined,
  };

  it('are asked for with a POST that has no body, and cost nothing', async () => {
    assert.deepEqual(await credits(), {
      used: 15.5,
      remaining: 34.5,
      limit: 50,
      resetsAt: '2026-10-01T00:00:00Z',
      features: ['smart_parser'],
    });
    const [request] = service.requests;
    assert.equal(request?.method, 'POST');
    assert.equal(request.path, '/v1/credits');
    assert.equal(request.bodyBytes, 0);
    assert.equal(request.headers['x-api-key'], service.key);
    assert.equal(service.requests.length, 1);
  });

  it('are unlimited for the stand-in’s sandbox', async () => {
    assert.equal((await credits('sandbox-with-json-responses')).remaining, null);
  });

  const bodies: [string, unknown, Partial<Credits>][] = [
    [
      'in the form of the specification',
      {
        used: 15.5,
        remaining: 34.5,
        limit: 50,
        is_unlimited: false,
        resets_at: '2026-10-01T00:00:00Z',
        enabled_features: ['smart_parser', 'inbox_pull'],
      },
      {
        used: 15.5,
        remaining: 34.5,
        limit: 50,
        resetsAt: '2026-10-01T00:00:00Z',
        features: ['smart_parser', 'inbox_pull'],
      },
    ],
    [
      'in the form of the quickstart page',
      {
        used: 15,
        remaining: 35,
        limit: 50,
        reset_date: '2026-10-01',
        features: ['cdsl', 'nsdl', 'cams_kfintech'],
      },
      {
        used: 15,
        remaining: 35,
        limit: 50,
        resetsAt: '2026-10-01',
        features: ['cdsl', 'nsdl', 'cams_kfintech'],
      },
    ],
    [
      'unlimited',
      {
        used: 3,
        remaining: null,
        limit: 0,
        is_unlimited: true,
        resets_at: null,
        enabled_features: [],
      },
      { used: 3, remaining: null, limit: 0, features: [] },
    ],
    ['unlimited by null alone', { remaining: null }, { remaining: null }],
    ['unlimited by the flag alone', { is_unlimited: true }, { remaining: null }],
    [
      'unlimited by the flag beside a number',
      { is_unlimited: true, remaining: 0 },
      { remaining: null },
    ],
    ['the finest fraction', { remaining: 0.05, used: 0.2 }, { remaining: 0.05, used: 0.2 }],
    ['none left', { remaining: 0 }, { remaining: 0 }],
    ['overdrawn', { remaining: -0.5 }, { remaining: -0.5 }],
    ['what is used alone', { used: 3 }, { used: 3 }],
    ['limited, without a number', { is_unlimited: false }, {}],
    [
      'with nulls and unknown keys',
      { used: 1, limit: null, features: null, plan: 'Lite' },
      { used: 1 },
    ],
  ];
  for (const [what, body, expected] of bodies) {
    it(`are read: ${what}`, async () => {
      service.misbehave({ on: 'credits', body });
      assert.deepEqual(await credits(), { ...unstated, ...expected });
    });
  }

  const nonsense: [string, unknown, AppErrorKind][] = [
    ['numbers as text', { used: '15', remaining: '35' }, 'answerUnknown'],
    ['one number as text', { used: 15, remaining: '35' }, 'answerUnknown'],
    ['features that are no list', { used: 1, remaining: 2, features: 'all' }, 'answerUnknown'],
    ['neither used nor left', { limit: 50, plan: 'Lite' }, 'answerUnknown'],
    ['an empty object', {}, 'answerUnknown'],
    ['a list', [{ remaining: 1 }], 'answerUnknown'],
    ['a number', '34', 'answerUnknown'],
    ['null', 'null', 'answerUnknown'],
    ['a page of HTML', '<h1>Sign in to the hotel’s network</h1>', 'answerNotJson'],
    ['half an object', '{"remaining":3', 'answerNotJson'],
    ['nothing', '', 'answerNotJson'],
  ];
  for (const [what, body, kind] of nonsense) {
    it(`are unknown rather than guessed: ${what}`, async () => {
      service.misbehave({ on: 'credits', body });
      const problem = await problemOf(credits());
      assert.equal(problem.kind, kind);
      assert.equal(problem.details.httpStatus, 200);
      assert.match(problem.details.requestId ?? '', /^req_/);
    });
  }

  it('are refused for a key that the service does not know, or that was revoked', async () => {
    assert.equal((await problemOf(credits('sk_unknown'))).kind, 'keyRefused');
    service.account.revoked = true;
    assert.equal((await problemOf(credits())).kind, 'keyRefused');
    assert.equal(service.requests.length, 2);
  });

  const refusals: [string, Omit<Misbehaviour, 'on'>, AppErrorKind][] = [
    ['HTTP 401 with detail', { status: 401, body: { detail: 'No.' } }, 'keyRefused'],
    ['HTTP 401 in HTML, from the edge', { status: 401, body: '<h1>Sign in</h1>' }, 'serviceDown'],
    ['HTTP 403 with detail', { status: 403, body: { detail: 'No.' } }, 'keyRefused'],
    [
      'HTTP 403 that speaks of the quota',
      { status: 403, body: { msg: 'API quota exceeded' } },
      'keyRefused',
    ],
    ['HTTP 403 in HTML, from the edge', { status: 403, body: '<h1>Forbidden</h1>' }, 'serviceDown'],
    [
      'HTTP 200 with a refusal',
      { body: { status: 'failed', msg: 'Invalid API key' } },
      'keyRefused',
    ],
    ['HTTP 429', { status: 429, headers: { 'retry-after': '9' } }, 'rateLimited'],
    ['HTTP 500', { status: 500 }, 'serviceDown'],
    ['HTTP 502 in HTML', { status: 502, body: '<h1>Bad Gateway</h1>' }, 'serviceDown'],
    ['HTTP 404', { status: 404, body: { detail: 'Not Found' } }, 'refused'],
    ['a closed connection', { how: 'drop-before' }, 'connectionLost'],
    ['an answer cut off', { how: 'cut-off' }, 'answerCutOff'],
  ];
  for (const [what, rule, kind] of refusals) {
    it(`fail as ${kind}, at once: ${what}`, async () => {
      service.misbehave({ on: 'credits', ...rule });
      const problem = await problemOf(credits());
      assert.equal(problem.kind, kind);
      assert.equal(service.requests.length, 1);
    });
  }

  it('tell how long to wait after HTTP 429', async () => {
    service.misbehave({ on: 'credits', status: 429, headers: { 'retry-after': '9' } });
    assert.equal((await problemOf(credits())).details.retryAfter, 9);
  });

  it('of an access token are refused in the service’s words, not called used up', async () => {
    const { kind, details } = await problemOf(credits('at_something'));
    assert.equal(kind, 'refused');
    assert.match(details.serviceSays ?? '', /^Access tokens cannot be used for credits API/);
  });

  it('can be cancelled', async () => {
    service.misbehave({ on: 'credits', how: 'hang' });
    const { call, credential } = clientOf(service);
    const problem = await problemOf(fetchCredits(call, credential, AbortSignal.timeout(20)));
    assert.equal(problem.kind, 'cancelled');
  });
});
