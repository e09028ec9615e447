import assert from 'node:assert/strict';

import { awaitApproval, newApprovalToken } from '../../../src/connections/browserApproval.ts';
import { pollApproval } from '../../../src/service/approval.ts';
import type { ApprovalState } from '../../../src/service/approval.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import type { Misbehaviour } from '../../service/misbehaviour.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { FakeClock } from '../connections/fakeClock.ts';
import { clientOf, never, problemOf } from './extensionClient.ts';
import type { ExtensionClient } from './extensionClient.ts';

describe('a sign-in approved in the browser', () => {
  let service: CasParserService;
  let clock: FakeClock;
  let token: string;
  let client: ExtensionClient;
  beforeEach(async () => {
    clock = new FakeClock();
    service = await startCasParserService({ now: () => clock.now() });
    token = newApprovalToken();
    client = clientOf(service);
  });
  afterEach(() => service.close());

  const poll = () => pollApproval(client.call, token, never());
  /** What opening the page in a browser does. */
  const openPage = () => fetch(`${service.origin}/agent-auth?token=${token}&client_name=VS%20Code`);
  const polls = () => service.requests.filter(({ path }) => path.startsWith('/v1/'));

  describe('when asked for once', () => {
    it('is pending until it is approved, and then delivered a single time', async () => {
      await openPage();
      assert.deepEqual(await poll(), { status: 'pending' });
      service.approve(token);
      const { key, email } = service;
      assert.deepEqual(await poll(), { status: 'approved', key, email });
      assert.deepEqual(await poll(), { status: 'pending' });
    });

    it('is asked for with the token in the path, and without any key', async () => {
      await poll();
      const [request] = service.requests;
      assert.equal(request?.method, 'GET');
      assert.equal(request.path, `/v1/agent-auth/token/${token}`);
      assert.equal(request.bodyBytes, 0);
      assert.ok(!('x-api-key' in request.headers));
      assert.ok(!JSON.stringify(request.headers).includes(service.key));
    });

    const bodies: [string, unknown, ApprovalState][] = [
      [
        'approved, without an e-mail',
        { status: 'approved', api_key: 'sk_1', email: null },
        { status: 'approved', key: 'sk_1', email: undefined },
      ],
      [
        'pending, beside keys nobody knows',
        { status: 'pending', expires_in: 500 },
        { status: 'pending' },
      ],
      ['approved without a key', { status: 'approved' }, { status: 'unknown', said: 'approved' }],
      [
        'approved with an empty key',
        { status: 'approved', api_key: '' },
        { status: 'unknown', said: 'approved' },
      ],
      [
        'approved with null for a key',
        { status: 'approved', api_key: null },
        { status: 'unknown', said: 'approved' },
      ],
      ['denied', { status: 'denied' }, { status: 'unknown', said: 'denied' }],
      [
        'a key with a state that nobody knows',
        { status: 'consumed', api_key: 'sk_1' },
        { status: 'unknown', said: 'consumed' },
      ],
      [
        'a very long state',
        { status: 'x'.repeat(1000) },
        { status: 'unknown', said: 'x'.repeat(60) },
      ],
    ];
    for (const [what, body, state] of bodies) {
      it(`is ${state.status}: ${what}`, async () => {
        service.misbehave({ on: 'approval-poll', body });
        assert.deepEqual(await poll(), state);
      });
    }

    const failures: [string, Omit<Misbehaviour, 'on'>, AppErrorKind][] = [
      ['HTTP 400', { status: 400, body: { detail: 'Token must be 16-128 characters' } }, 'refused'],
      ['HTTP 404', { status: 404, body: { detail: 'Not Found' } }, 'refused'],
      ['HTTP 429', { status: 429 }, 'rateLimited'],
      ['HTTP 500', { status: 500 }, 'serviceDown'],
      ['a failure under HTTP 200', { body: { status: 'failed', msg: 'No.' } }, 'refused'],
      ['no state', { body: { api_key: 'sk_1' } }, 'answerUnknown'],
      ['a key that is no text', { body: { status: 'approved', api_key: 1 } }, 'answerUnknown'],
      ['a page of HTML', { body: '<h1>Sign in to the hotel’s network</h1>' }, 'answerUnknown'],
      ['a closed connection', { how: 'drop-before' }, 'connectionLost'],
      ['an answer cut off', { how: 'cut-off' }, 'answerCutOff'],
    ];
    for (const [what, rule, kind] of failures) {
      it(`fails as ${kind}: ${what}`, async () => {
        service.misbehave({ on: 'approval-poll', ...rule });
        assert.equal((await problemOf(poll())).kind, kind);
        assert.equal(service.requests.length, 1);
      });
    }
  });

  describe('when waited for', () => {
    const wait = () => awaitApproval(poll, clock, never());
    const pollTimes = () => polls().map(({ at }) => (at - firstMoment) / 1000);
    let firstMoment: number;
    beforeEach(async () => {
      firstMoment = clock.now();
      await openPage();
    });
    /** Approves just before the sleep that begins after so many seconds. */
    const approveAfter = (seconds: number) => {
      clock.beforeSleep = () => {
        if (clock.elapsed() === seconds * 1000) service.approve(token);
      };
    };

    it('brings the key of the account', async () => {
      approveAfter(10);
      const { key, email } = service;
      const outcome = await wait();
      assert.equal(outcome.status, 'approved');
      assert.equal(outcome.approval.key, key);
      assert.equal(outcome.approval.email, email);
      assert.deepEqual(pollTimes(), [5, 10, 15]);
    });

    it('survives failures of every passing sort', async () => {
      const once = (rule: Omit<Misbehaviour, 'on' | 'times'>) =>
        service.misbehave({ on: 'approval-poll', times: 1, ...rule });
      once({ status: 429, headers: { 'retry-after': '30' } });
      once({ status: 500 });
      once({ status: 502, body: '<h1>Bad Gateway</h1>' });
      once({ status: 503, headers: { 'retry-after': '20' } });
      once({ how: 'drop-before' });
      approveAfter(75);
      assert.equal((await wait()).status, 'approved');
      assert.deepEqual(pollTimes(), [5, 35, 40, 45, 65, 70, 75, 80]);
    });

    it('survives a service that is not there for a while', async () => {
      const port = Number(new URL(service.origin).port);
      await service.close();
      let asked = 0;
      const outcome = awaitApproval(
        async (signal) => {
          asked += 1;
          if (asked === 3) {
            service = await startCasParserService({ port, now: () => clock.now() });
            await openPage();
            service.approve(token);
          }
          return pollApproval(client.call, token, signal);
        },
        clock,
        never(),
      );
      assert.equal((await outcome).status, 'approved');
      assert.deepEqual(
        client.log.map(({ outcome: told }) => told),
        ['connectionRefused ECONNREFUSED', 'connectionRefused ECONNREFUSED', 'HTTP 200'],
      );
    });

    it('is over ten minutes after it began, when nobody approved', async () => {
      assert.deepEqual(await wait(), { status: 'deadline' });
      assert.equal(polls().length, 120);
      assert.equal(pollTimes().at(-1), 600);
    });

    for (const [what, rule] of [
      ['HTTP 404', { status: 404, body: { detail: 'Not Found' } }],
      ['HTTP 410 in HTML', { status: 410, body: '<h1>Gone</h1>' }],
    ] as const) {
      it(`is over with ${what}`, async () => {
        service.misbehave({ on: 'approval-poll', after: 1, ...rule });
        assert.deepEqual(await wait(), { status: 'ended', said: undefined });
        assert.equal(polls().length, 2);
      });
    }

    it('is over with an approval that brings no key', async () => {
      service.misbehave({ on: 'approval-poll', body: { status: 'approved' } });
      assert.deepEqual(await wait(), { status: 'ended', said: 'approved' });
      assert.equal(polls().length, 1);
    });
  });
});
