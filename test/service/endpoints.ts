import { unescape } from 'node:querystring';

import type { Account } from './account.ts';
import { answerApprove } from './agentAuth.ts';
import type { AgentAuth } from './agentAuth.ts';
import type { Answer } from './answer.ts';
import { approvalPage, badTokenPage } from './approvalPage.ts';
import { largestBody } from './call.ts';
import type { Call } from './call.ts';
import { answerCredits } from './credits.ts';
import type { Keys } from './keys.ts';
import type { Operation } from './misbehaviour.ts';
import { answerParse } from './parse.ts';
import type { RateLimit } from './rateLimit.ts';
import { answerOrRefusal, bodyTooLarge, detail, Refusal } from './refusals.ts';
import type { KnownStatements } from './statements.ts';
import { createToken, verifyToken } from './tokens.ts';
import type { AccessTokens } from './tokens.ts';
import { answerUsage, answerUsageSummary } from './usage.ts';
import type { UsageLog } from './usage.ts';

/** What the endpoints work with. */
export interface Desk {
  account: Account;
  agentAuth: AgentAuth;
  keys: Keys;
  tokens: AccessTokens;
  usage: UsageLog;
  rateLimit: RateLimit;
  statements: KnownStatements;
  now: () => number;
}

/** One address of the service, with its older names. */
export interface Endpoint {
  method: string;
  path: RegExp;
  operation?: Operation;
  /** The name in the usage log. Without it the endpoint takes no key, and is neither limited nor logged. */
  feature?: string;
  /** `token` is the part of the path in parentheses. */
  answer: (call: Call, token: string) => Answer | Promise<Answer>;
}

export function endpointsOf(desk: Desk): Endpoint[] {
  const { account, agentAuth, keys, tokens, usage, statements, now } = desk;
  const notFor = (api: string) =>
    `Access tokens cannot be used for ${api} API. Use your API key instead.`;
  return [
    {
      method: 'GET',
      path: /^\/agent-auth$/,
      answer: ({ url }) => openApprovalPage(url, agentAuth),
    },
    {
      method: 'GET',
      path: /^\/v1\/agent-auth\/token\/([^/]+)$/,
      operation: 'approval-poll',
      answer: (_call, token) => agentAuth.poll(token),
    },
    {
      method: 'POST',
      path: /^\/v1\/agent-auth\/token\/([^/]+)\/approve$/,
      answer: (call, token) => answerApprove(call, token, agentAuth, account.email),
    },
    {
      method: 'POST',
      path: /^(?:\/v1)?\/credits$/,
      operation: 'credits',
      feature: 'credits',
      answer: ({ apiKey }) => answerCredits(keys.requireKey(apiKey, notFor('credits'))),
    },
    {
      method: 'POST',
      path: /^\/(?:v1\/usage|logs)$/,
      operation: 'usage',
      feature: 'usage',
      answer: (call) =>
        answerUsage(call, keys.requireKey(call.apiKey, notFor('usage')), usage, now()),
    },
    {
      method: 'POST',
      path: /^\/(?:v1\/usage|logs)\/summary$/,
      operation: 'usage',
      feature: 'usage',
      answer: (call) =>
        answerUsageSummary(call, keys.requireKey(call.apiKey, notFor('usage')), usage, now()),
    },
    {
      method: 'POST',
      path: /^\/v1\/(?:token|access-token)$/,
      operation: 'token',
      feature: 'access_token',
      answer: (call) =>
        createToken(
          call,
          keys.requireKey(call.apiKey, 'Cannot create access token from access token'),
          tokens,
        ),
    },
    {
      method: 'POST',
      path: /^\/v1\/(?:token\/verify|verify-token)$/,
      operation: 'verify',
      feature: 'verify_token',
      answer: (call) => verifyToken(call, keys, tokens),
    },
    {
      method: 'POST',
      path: /^\/v4\/smart\/parse$/,
      operation: 'parse',
      feature: 'smart_parser',
      answer: (call) => answerParse(call, keys.requireKeyOrToken(call.apiKey), statements),
    },
  ];
}

function openApprovalPage(url: URL, agentAuth: AgentAuth): Answer {
  try {
    agentAuth.open(url.searchParams.get('token') ?? '');
  } catch (error) {
    if (error instanceof Refusal) return badTokenPage();
    throw error;
  }
  return approvalPage(url.searchParams.get('client_name'));
}

/** The endpoint of a request; an address that is not served gets one that refuses: 404 or 405. */
export function findEndpoint(endpoints: Endpoint[], method: string, path: string): Endpoint {
  const here = endpoints.filter((endpoint) => endpoint.path.test(path));
  return here.find((endpoint) => endpoint.method === method) ?? refusing(here);
}

function refusing(served: Endpoint[]): Endpoint {
  const { answer } = served[0] ? detail(405, 'Method Not Allowed') : detail(404, 'Not Found');
  if (served[0]) answer.headers.Allow = served[0].method;
  return { method: '', path: /^/, answer: () => answer };
}

/** Answers one call: body size, rate limit, the endpoint itself, and the entry in the usage log. */
export async function answerAt(endpoint: Endpoint, call: Call, desk: Desk): Promise<Answer> {
  const { feature } = endpoint;
  const owner = feature === undefined ? undefined : desk.keys.owner(call.apiKey);
  const answer = await answerOrRefusal(() => {
    if (call.body.length > largestBody) throw bodyTooLarge();
    if (owner) desk.rateLimit.admit(owner);
    const token = endpoint.path.exec(call.url.pathname)?.[1] ?? '';
    return endpoint.answer(call, unescape(token));
  });
  if (owner && feature !== undefined) {
    desk.usage.add({
      account: owner,
      requestId: call.requestId,
      feature,
      path: call.url.pathname,
      status: answer.status,
      credits: answer.credits,
      at: desk.now(),
    });
  }
  if (!owner) return answer;
  return { ...answer, headers: { ...answer.headers, ...desk.rateLimit.headers(owner) } };
}
