import type { IncomingMessage } from 'node:http';

import { type Answer, json } from '../answer.ts';
import type { Call } from '../call.ts';
import { readJson } from '../jsonBody.ts';
import { type StandIn, startStandIn } from '../standInServer.ts';
import { AskModel, question } from './askModel.ts';
import { askStream } from './askStream.ts';
import type { KeyUse } from './budget.ts';

/** What a test sees and changes of it. */
export type AskServer = StandIn & Pick<AskModel, 'key' | 'keys' | 'rules' | 'questions'>;

/** A running stand-in for the ask service, to the letter of its authentication page. */
export async function startAskService({
  now = Date.now,
  port = 0,
}: { readonly now?: () => number; readonly port?: number } = {}): Promise<AskServer> {
  const model = new AskModel(now);
  const { key, keys, rules, questions } = model;

  function withHeaders(answer: Answer, use: KeyUse): Answer {
    if (rules.rateLimitHeaders) Object.assign(answer.headers, use.headers());
    return answer;
  }

  const standIn = await startStandIn(
    {
      'GET /health': () => json(200, { status: 'ok' }),
      'POST /v1/chat/completions': (call: Call, request: IncomingMessage) => {
        const use = model.useOf(request.headers.authorization);
        model.count(use);
        model.spend(use, readJson(call, question));
        return withHeaders(json(200, model.reply()), use);
      },
      'GET /v1/usage': (_call: Call, request: IncomingMessage) => {
        const use = model.useOf(request.headers.authorization);
        const { tokens, spent, requests, budget } = use;
        const used = { period: 'month', total_tokens: tokens, total_cost: spent };
        const rest = { limit: budget, remaining: Number((budget - spent).toFixed(6)) };
        return withHeaders(json(200, { ...used, ...rest, total_requests: requests }), use);
      },
    },
    { port, now, onUpgrade: askStream(model) },
  );
  return { ...standIn, key, keys, rules, questions };
}
