import type { IncomingMessage } from 'node:http';

import { z } from 'zod';

import { json } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { readJson } from '../jsonBody.ts';
import { startStandIn } from '../standInServer.ts';
import type { StandIn } from '../standInServer.ts';
import { consentPage, decide, tokens } from './oauth.ts';
import type { OAuthRules } from './oauth.ts';
import { SignIns, USER } from './signIns.ts';

/** What the gateway stands before. */
interface Parser {
  readonly origin: string;
  /** The team's key: nobody but the gateway has it. */
  readonly key: string;
}

/** Where tokens are handed out: the documentation has one of these on each of its pages. */
type TokenEndpoint =
  'GET /api/casparser/token' | 'POST /api/casparser/token' | 'POST /api/casparser-token';

export interface GatewayService extends StandIn {
  readonly signIns: SignIns;
  readonly oauth: OAuthRules;
  /** What it does for CAS Parser: hand out access tokens, take statements, or both. */
  readonly offers: { tokens: boolean; parse: boolean; open: boolean; tokensAt: TokenEndpoint };
}

/** A running stand-in for a team's gateway: the generic API's three ways in, before CAS Parser. */
export async function startGateway(
  parser: Parser,
  {
    now = Date.now,
    port = 0,
    signIns = new SignIns(now),
  }: {
    readonly now?: () => number;
    readonly port?: number;
    /** Shared where the page of consent is on another host. */
    readonly signIns?: SignIns;
  } = {},
): Promise<GatewayService> {
  const oauth: OAuthRules = {
    redirects: /^http:\/\/127\.0\.0\.1:\d+\/callback$|^[a-z-]+:\/\/casparser\.casparser\/callback$/,
    clientSecret: undefined,
    body: 'json',
    issuer: undefined,
    scopes: ['read', 'write'],
  };
  const offers: GatewayService['offers'] = {
    tokens: true,
    parse: true,
    open: false,
    tokensAt: 'GET /api/casparser/token',
  };
  const signedIn = ({ headers }: IncomingMessage, scope?: string) =>
    signIns.require(headers.authorization, scope);

  const handOut = (endpoint: TokenEndpoint) => (_call: Call, request: IncomingMessage) => {
    if (!offers.tokens || offers.tokensAt !== endpoint)
      return json(404, { error: 'not_found', message: 'Not here', code: 404 });
    if (!offers.open) signedIn(request, 'read');
    const body = JSON.stringify({ expiry_minutes: 60 });
    return passOn(parser, '/v1/token', { 'content-type': 'application/json' }, body);
  };

  const standIn = await startStandIn(
    {
      'GET /oauth/authorize': (call) => consentPage(call, oauth),
      'POST /oauth/authorize': (call) => decide(call, oauth, signIns),
      'POST /oauth/token': (call) => tokens(call, oauth, signIns),
      'POST /v1/auth/login': (call) => {
        const { username, email, password } = readJson(call, login);
        return json(200, signIns.logIn(username ?? email ?? '', password));
      },
      'GET /v1/auth/verify': (_call, request) => {
        const { scopes, expiresAt } = signedIn(request);
        return json(200, {
          authenticated: true,
          user_id: USER.id,
          scopes,
          ...(expiresAt !== undefined && { expires_at: new Date(expiresAt).toISOString() }),
        });
      },
      'GET /v1/users': (_call, request) => {
        signedIn(request, 'read');
        return json(200, { users: [] });
      },
      'GET /api/casparser/token': handOut('GET /api/casparser/token'),
      'POST /api/casparser/token': handOut('POST /api/casparser/token'),
      'POST /api/casparser-token': handOut('POST /api/casparser-token'),
      'POST /api/parse': (call, request) => {
        if (!offers.parse) return json(404, { error: 'not_found', message: 'Not here', code: 404 });
        signedIn(request, 'write');
        return passOnParse(parser, call);
      },
    },
    { port, now },
  );
  return { ...standIn, signIns, oauth, offers };
}

const login = z.object({
  username: z.string().optional(),
  email: z.string().optional(),
  password: z.string(),
});

function passOnParse(parser: Parser, { body, contentType, requestId }: Call): Promise<Answer> {
  const headers = { 'content-type': contentType, 'x-request-id': requestId };
  return passOn(parser, '/v4/smart/parse', headers, new Uint8Array(body));
}

/** Asks CAS Parser with the team's key and passes the answer on. */
async function passOn(
  { origin, key }: Parser,
  path: string,
  headers: Record<string, string>,
  body: BodyInit,
): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'x-api-key': key, ...headers },
    body,
  });
  return {
    status: response.status,
    headers: { 'Content-Type': response.headers.get('content-type') ?? 'application/json' },
    body: await response.text(),
    credits: 0,
  };
}
