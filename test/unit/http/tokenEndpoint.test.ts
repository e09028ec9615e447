import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import express from 'express';
import Fastify from 'fastify';
import { serviceClient } from '../../../src/service/client.ts';
import {
  type OAuthClient,
  type OAuthGrant,
  redeemCode,
  refreshOAuth,
} from '../../../src/service/gateway/oauth.ts';
import { undiciTransport } from '../../../src/service/undiciTransport.ts';
import { defaultRules, never, problemOf } from './extensionClient.ts';

interface Answer {
  readonly status: number;
  readonly body?: object | string;
}

interface Given {
  readonly grant_type?: unknown;
  readonly code?: unknown;
}

const tokens = { access_token: 'a1', expires_in: 600, refresh_token: 'r1' };
const consent = {
  url: '',
  state: 's',
  verifier: 'v'.repeat(43),
  redirectUri: 'http://127.0.0.1:1/callback',
};

describe('a token endpoint', () => {
  let asked: string[];
  let close: () => unknown;
  beforeEach(() => {
    asked = [];
    close = () => undefined;
  });
  afterEach(() => close());

  const clientAt = (origin: string, known: Partial<OAuthClient> = {}): OAuthClient => ({
    base: new URL(origin),
    clientId: 'casparser-vscode',
    consentPage: new URL('/oauth/authorize', origin),
    tokenPath: '/oauth/token',
    call: serviceClient({
      send: undiciTransport(() => defaultRules),
      baseUrl: () => new URL(origin),
      onExchange: () => undefined,
    }),
    ...known,
  });
  const redeem = (client: OAuthClient, code = 'good'): Promise<OAuthGrant> =>
    redeemCode(client, consent, new URL(`${consent.redirectUri}?code=${code}&state=s`), never());

  async function served(server: Server): Promise<string> {
    server.prependListener('request', ({ headers }) => {
      asked.push((headers['content-type'] ?? '').startsWith('application/json') ? 'json' : 'form');
    });
    if (!server.listening) server.listen(0, '127.0.0.1');
    if (!server.listening) await once(server, 'listening');
    close = () => server.close();
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** An endpoint that reads bodies of one kind only; another one it takes for empty. */
  function answering(takes: 'form' | 'json', answer: (given: Given) => Answer): Promise<string> {
    const server = createServer((request, response) => {
      void text(request).then((sent) => {
        const isJson = request.headers['content-type'] === 'application/json';
        let given: Given = {};
        if (isJson && takes === 'json') given = JSON.parse(sent) as Given;
        if (!isJson && takes === 'form') given = Object.fromEntries(new URLSearchParams(sent));
        const { status, body = '' } = answer(given);
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(typeof body === 'string' ? body : JSON.stringify(body));
      });
    });
    return served(server);
  }

  const invalidGrant: Answer = { status: 400, body: { error: 'invalid_grant' } };
  /** What frameworks do with a form where JSON is read only. */
  const refusals: Readonly<Record<string, Answer>> = {
    'as an invalid grant, like Express 4': invalidGrant,
    'as an invalid token': { status: 401, body: { error: 'invalid_token', message: 'No code' } },
    'as a bad request, like Nest': {
      status: 400,
      body: { statusCode: 400, message: 'grant_type must be a string', error: 'Bad Request' },
    },
    'as a body that cannot be processed': { status: 422, body: { detail: [] } },
    'as invalid, with 200': { status: 200, body: { error: 'invalid_request' } },
    'with an error of its own': { status: 500, body: 'Internal Server Error' },
  };

  for (const [how, refusal] of Object.entries(refusals))
    it(`that reads JSON only and refuses a form ${how} is asked with JSON`, async () => {
      const origin = await answering('json', ({ grant_type, code }) => {
        if (grant_type === undefined) return refusal;
        return code === 'good' ? { status: 200, body: tokens } : invalidGrant;
      });
      const { token, tokenBody } = await redeem(clientAt(origin));
      assert.deepEqual([token, tokenBody], ['a1', 'json']);
      assert.deepEqual(asked, ['form', 'json']);
      const { kind } = await problemOf(redeem(clientAt(origin), 'spent'));
      assert.equal(kind, 'signInExpired', 'the refusal of the body that was understood');
    });

  it('of Express with express.json() is asked with JSON', async () => {
    const app = express().set('env', 'test').use(express.json());
    app.post('/oauth/token', ({ body }, response) => {
      // It has no body for what it does not read, and so an error of its own comes about here.
      const { code } = body as Given;
      if (code === 'good') response.json(tokens);
      else response.status(400).json({ error: 'invalid_grant' });
    });
    const client = clientAt(await served(createServer(app)));
    const { token, tokenBody } = await redeem(client);
    assert.deepEqual([token, tokenBody], ['a1', 'json']);
    assert.equal((await problemOf(redeem(client, 'spent'))).kind, 'signInExpired');
  });

  it('of Fastify, which refuses the type of a form (415), is asked with JSON', async () => {
    const app = Fastify();
    app.post('/oauth/token', ({ body }, reply) =>
      (body as Given).code === 'good'
        ? reply.send(tokens)
        : reply.code(400).send({ error: 'invalid_grant' }),
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    const client = clientAt(await served(app.server));
    const { token, tokenBody } = await redeem(client);
    assert.deepEqual([token, tokenBody], ['a1', 'json']);
    assert.equal((await problemOf(redeem(client, 'spent'))).kind, 'signInExpired');
  });

  it('that takes a form is told as it refuses, not as it fails at JSON', async () => {
    for (const failing of [{ status: 500 }, { status: 415 }, { status: 400, body: 'What?' }]) {
      const origin = await answering('form', ({ grant_type }) =>
        grant_type === undefined ? failing : invalidGrant,
      );
      const { kind, details } = await problemOf(redeem(clientAt(origin)));
      assert.deepEqual([kind, details.code], ['signInExpired', 'invalid_grant']);
      close();
    }
  });

  it('whose body is known is not asked with the other one after a refusal', async () => {
    const origin = await answering('json', () => invalidGrant);
    const refused = refreshOAuth(clientAt(origin, { tokenBody: 'json' }), 'r1', never());
    assert.equal((await problemOf(refused)).kind, 'signInExpired');
    assert.deepEqual(asked, ['json']);
  });

  it('that is somewhere else, or not there, is told as that and gets the code once', async () => {
    for (const [status, kind] of [
      [302, 'addressMoved'],
      [404, 'addressWrong'],
    ] as const) {
      const origin = await answering('form', () => ({ status }));
      assert.equal((await problemOf(redeem(clientAt(origin)))).kind, kind);
      close();
    }
    assert.deepEqual(asked, ['form', 'form']);
  });

  it('that is too busy is not asked twice for it', async () => {
    const origin = await answering('form', () => ({ status: 502 }));
    assert.equal((await problemOf(redeem(clientAt(origin)))).kind, 'serviceDown');
    assert.deepEqual(asked, ['form']);
  });

  const grants: Readonly<Record<string, Answer>> = {
    '201, as Nest does': { status: 201, body: tokens },
    'null for what is not there': {
      status: 200,
      body: { ...tokens, scope: null, id_token: null },
    },
    'another token_type': { status: 200, body: { ...tokens, token_type: 'JWT' } },
    'an ID token that nobody asked to be checked': {
      status: 200,
      body: { ...tokens, token_type: 'Bearer', id_token: 'e30.e30.e30' },
    },
    'seconds as text': { status: 200, body: { ...tokens, expires_in: '600' } },
  };
  for (const [how, answer] of Object.entries(grants))
    it(`may grant with ${how}`, async () => {
      const origin = await answering('form', () => answer);
      for (const grant of [
        await redeem(clientAt(origin)),
        await refreshOAuth(clientAt(origin), 'r0', never()),
      ])
        assert.deepEqual(grant, {
          token: 'a1',
          refreshToken: 'r1',
          lives: 600,
          tokenBody: 'form',
        });
      assert.deepEqual(asked, ['form', 'form'], 'a code is sent once');
    });

  it('may say neither how long a token lives nor how it is renewed', async () => {
    const body = { access_token: 'a1', refresh_token: null, expires_in: null };
    const origin = await answering('form', () => ({ status: 200, body }));
    const { refreshToken, lives } = await redeem(clientAt(origin));
    assert.deepEqual([refreshToken, lives], [undefined, 3600]);
  });

  for (const answer of [
    { status: 204 },
    { status: 304 },
    { status: 200, body: '' },
    { status: 200, body: {} },
    { status: 200, body: { access_token: '' } },
    { status: 200, body: { ...tokens, token_type: 'DPoP' } },
  ])
    it(`that answers ${JSON.stringify(answer)} has told nothing of use`, async () => {
      const origin = await answering('form', () => answer);
      const { kind, details } = await problemOf(redeem(clientAt(origin)));
      assert.deepEqual(
        [kind, details.httpStatus, details.mayBeBilled],
        ['answerUnknown', answer.status, false],
      );
    });
});
