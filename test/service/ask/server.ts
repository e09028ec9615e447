import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

import { type Answer, json } from '../answer.ts';
import type { Call } from '../call.ts';
import { readJson } from '../jsonBody.ts';
import type { RecordedRequest } from '../recorder.ts';
import { Refusal } from '../refusals.ts';
import { startStandIn } from '../standInServer.ts';
import type { StandIn } from '../standInServer.ts';
import { type ErrorStyle, askError, invalidKey, missingHeader } from './askErrors.ts';
import { KeyUse } from './budget.ts';

/** How the answer to a question looks: as the code has it, as the documentation shows it, as gateways in OpenAI's manner do. */
export type ReplyShape = 'code' | 'documented' | 'openAi';

/** What the next stream does instead of answering. */
export type StreamFailure =
  'refused' | 'rateLimited' | 'budget' | 'error' | 'cutOff' | 'silent' | 'gibberish';

/** A question as it came. */
export interface Question {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly max_cost?: number | undefined;
  readonly timeout?: number | undefined;
}

/** What of it can be changed while it runs. */
export interface AskRules {
  errors: ErrorStyle;
  shape: ReplyShape;
  rateLimitHeaders: boolean;
  /** How a stream is let in: the service's own code looks at no key there. */
  streamKey: 'header' | 'address' | 'none';
  /** Whether there is a stream at all. */
  streams: boolean;
  answer: string;
  tokens: number;
  /** US dollars; null tells none. */
  cost: number | null;
  /** Ms between the words of a stream. */
  pace: number;
  nextStream: StreamFailure | undefined;
}

export interface AskService extends StandIn {
  readonly key: string;
  readonly keys: Map<string, KeyUse>;
  readonly rules: AskRules;
  readonly questions: Question[];
}

const question = z.object({
  type: z.literal('chat').optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  max_cost: z.number().positive().optional(),
  timeout: z.number().min(1).max(300).optional(),
});

/** A running stand-in for the ask service, to the letter of its authentication page. */
export async function startAskService({
  now = Date.now,
  port = 0,
}: { readonly now?: () => number; readonly port?: number } = {}): Promise<AskService> {
  const key = 'sk-proj-test-0123456789abcdef';
  const keys = new Map([[key, new KeyUse('free')]]);
  const questions: Question[] = [];
  const rules: AskRules = {
    errors: 'documented',
    shape: 'documented',
    rateLimitHeaders: true,
    streamKey: 'header',
    streams: true,
    answer: 'Shares are the largest part of this portfolio, at 26 percent.',
    tokens: 321,
    cost: 0.0042,
    pace: 5,
    nextStream: undefined,
  };

  function useOf(header: string | undefined): KeyUse {
    const given = /^Bearer (.+)$/u.exec(header ?? '')?.[1];
    if (given === undefined) throw missingHeader(rules.errors);
    const use = keys.get(given);
    if (!use) throw invalidKey(rules.errors);
    return use;
  }

  function counted(use: KeyUse): void {
    if (use.count(now())) return;
    const seconds = 60;
    const refusal = askError(
      rules.errors,
      429,
      'rate_limit_error',
      `Rate limit exceeded. Reset in ${seconds} seconds.`,
    );
    if (rules.rateLimitHeaders) Object.assign(refusal.answer.headers, use.headers());
    throw refusal;
  }

  function spend(use: KeyUse, asked: Question): void {
    const cost = rules.cost ?? 0;
    if (use.spent + cost > use.budget || cost > (asked.max_cost ?? Infinity))
      throw askError(rules.errors, 429, 'rate_limit_error', 'Budget exceeded for this API key');
    use.spend(rules.tokens, cost);
    questions.push(asked);
  }

  function usageOf(): Record<string, unknown> {
    const usage = {
      input_tokens: rules.tokens - 21,
      output_tokens: 21,
      total_tokens: rules.tokens,
    };
    return rules.cost === null ? { usage } : { usage: { ...usage, cost: rules.cost } };
  }

  function reply(): Record<string, unknown> {
    const { answer, cost, shape, tokens } = rules;
    switch (shape) {
      case 'documented':
        return { id: 'msg_1', content: [{ type: 'text', text: answer }], ...usageOf() };
      case 'code':
        return {
          id: 'chat_1',
          model: 'haiku',
          content: answer,
          usage: { input_tokens: tokens - 21, output_tokens: 21, total_tokens: tokens },
          ...(cost !== null && { cost }),
          project_id: 'default',
        };
      case 'openAi':
        return {
          choices: [{ index: 0, message: { role: 'assistant', content: answer } }],
          usage: { prompt_tokens: tokens - 21, completion_tokens: 21, total_tokens: tokens },
          ...(cost !== null && { metadata: { cost_usd: cost } }),
        };
    }
  }

  function withHeaders(answer: Answer, use: KeyUse): Answer {
    if (rules.rateLimitHeaders) Object.assign(answer.headers, use.headers());
    return answer;
  }

  const sockets = new WebSocketServer({ noServer: true });

  function onUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    record: RecordedRequest,
  ): void {
    const url = new URL(request.url ?? '', 'http://stand-in');
    const refuse = ({ answer }: Refusal) => {
      record.answered = answer.status;
      socket.end(
        `HTTP/1.1 ${answer.status} Refused\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(answer.body)}\r\nConnection: close\r\n\r\n${answer.body}`,
      );
    };
    const failure = rules.nextStream;
    rules.nextStream = undefined;
    try {
      if (url.pathname !== '/v1/stream' || !rules.streams || failure === 'refused')
        throw new Refusal(json(404, { detail: 'Not Found' }));
      const given = {
        header: request.headers.authorization,
        address: url.searchParams.get('api_key'),
      };
      const use =
        rules.streamKey === 'none'
          ? new KeyUse('pro')
          : useOf(rules.streamKey === 'header' ? given.header : `Bearer ${given.address ?? ''}`);
      sockets.handleUpgrade(request, socket, head, (client) => {
        client.once('message', (data: Buffer) => {
          void stream(client, { use, failure, record }, data.toString());
        });
      });
    } catch (error) {
      if (error instanceof Refusal) refuse(error);
      else throw error;
    }
  }

  async function stream(
    client: WebSocket,
    {
      use,
      failure,
      record,
    }: { use: KeyUse; failure: StreamFailure | undefined; record: RecordedRequest },
    text: string,
  ): Promise<void> {
    const tell = (message: object) => client.send(JSON.stringify(message));
    const fail = (status: number, error: unknown) => {
      record.answered = status;
      tell({ type: 'error', error });
      client.close();
    };
    try {
      const asked = question.parse(JSON.parse(text));
      counted(use);
      if (failure === 'rateLimited')
        return fail(429, {
          type: 'rate_limit_error',
          message: 'Rate limit exceeded. Reset in 60 seconds.',
        });
      if (failure === 'budget') return fail(429, 'Budget exceeded');
      if (failure === 'error') return fail(500, 'The model is not available');
      spend(use, asked);
      if (failure === 'gibberish') client.send('<html>');
      if (failure === 'silent') return;
      for (const word of rules.answer.split(/(?<= )/u)) {
        tell({ type: 'token', content: word });
        await new Promise((resolve) => setTimeout(resolve, rules.pace));
        if (failure === 'cutOff') return client.terminate();
        if (client.readyState !== client.OPEN) return;
      }
      record.answered = 200;
      tell({
        type: 'done',
        model: 'haiku',
        ...usageOf(),
        ...(rules.cost !== null && { cost: rules.cost }),
      });
      client.close();
    } catch (error) {
      if (!(error instanceof Refusal)) return fail(422, 'The message is not a question');
      const { status, body } = error.answer;
      const said = JSON.parse(body) as { error?: unknown; detail?: unknown };
      fail(status, said.error ?? said.detail);
    }
  }

  const standIn = await startStandIn(
    {
      'GET /health': () => json(200, { status: 'ok' }),
      'POST /v1/chat/completions': (call: Call, request: IncomingMessage) => {
        const use = useOf(request.headers.authorization);
        counted(use);
        spend(use, readJson(call, question));
        return withHeaders(json(200, reply()), use);
      },
      'GET /v1/usage': (_call: Call, request: IncomingMessage) => {
        const use = useOf(request.headers.authorization);
        const { tokens, spent, requests, budget } = use;
        const used = { period: 'month', total_tokens: tokens, total_cost: spent };
        const rest = { limit: budget, remaining: Number((budget - spent).toFixed(6)) };
        return withHeaders(json(200, { ...used, ...rest, total_requests: requests }), use);
      },
    },
    { port, now, onUpgrade },
  );
  return { ...standIn, key, keys, rules, questions };
}
