import { setTimeout as wait } from 'node:timers/promises';

import { type WebSocket, WebSocketServer } from 'ws';

import { json } from '../answer.ts';
import type { RecordedRequest } from '../recorder.ts';
import { Refusal } from '../refusals.ts';
import type { OnUpgrade } from '../standInServer.ts';
import { type AskModel, type StreamFailure, question } from './askModel.ts';
import { KeyUse } from './budget.ts';

/** `WS /v1/stream`: a question, then a message for each word, then what it cost. */
export function askStream(model: AskModel): OnUpgrade {
  const { rules } = model;
  const sockets = new WebSocketServer({ noServer: true });

  function letIn(url: URL, authorization: string | undefined, failure: StreamFailure | undefined) {
    // What the code's framework answers where it has no WebSocket.
    if (url.pathname !== '/v1/stream' || !rules.streams) throw new Refusal(json(403, {}));
    if (failure === 'refused') throw new Refusal(json(404, { detail: 'Not Found' }));
    if (rules.streamKey === 'none') return new KeyUse('pro');
    const inAddress = `Bearer ${url.searchParams.get('api_key') ?? ''}`;
    return model.useOf(rules.streamKey === 'header' ? authorization : inAddress);
  }

  return (request, socket, head, record) => {
    const url = new URL(request.url ?? '', 'http://stand-in');
    const failure = rules.nextStream;
    rules.nextStream = undefined;
    try {
      const use = letIn(url, request.headers.authorization, failure);
      sockets.handleUpgrade(request, socket, head, (client) => {
        client.once('message', (data: Buffer) => {
          void answer(model, { client, use, failure, record }, data.toString());
        });
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, body } = error.answer;
      record.answered = status;
      const head = `HTTP/1.1 ${status} Refused\r\nContent-Type: application/json\r\nConnection: close`;
      socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }
  };
}

interface Stream {
  readonly client: WebSocket;
  readonly use: KeyUse;
  readonly failure: StreamFailure | undefined;
  readonly record: RecordedRequest;
}

async function answer(model: AskModel, stream: Stream, text: string): Promise<void> {
  const { client, use, failure, record } = stream;
  const { rules } = model;
  try {
    const asked = question.parse(JSON.parse(text));
    model.count(use);
    failAsTold(failure);
    model.spend(use, asked);
    if (failure === 'gibberish') client.send('<html>');
    if (failure === 'silent') return;
    for (const word of rules.answer.split(/(?<= )/u)) {
      client.send(JSON.stringify({ type: 'token', content: word }));
      await wait(rules.pace);
      if (failure === 'cutOff') client.terminate();
      if (failure === 'limitedHalfway') throw tooMany();
      if (client.readyState !== client.OPEN) return;
    }
    record.answered = 200;
    client.send(JSON.stringify({ type: 'done', model: 'haiku', ...model.usage() }));
  } catch (error) {
    const unread = new Refusal(json(422, { detail: 'The message is not a question' }));
    const { status, body } = error instanceof Refusal ? error.answer : unread.answer;
    const said = JSON.parse(body) as { error?: unknown; detail?: unknown };
    record.answered = status;
    client.send(JSON.stringify({ type: 'error', error: said.error ?? said.detail }));
  }
  client.close();
}

function tooMany(): Refusal {
  const message = 'Rate limit exceeded. Reset in 60 seconds.';
  return new Refusal(json(429, { error: { type: 'rate_limit_error', message } }));
}

/** @throws Refusal */
function failAsTold(failure: StreamFailure | undefined): void {
  if (failure === 'rateLimited') throw tooMany();
  if (failure === 'budget') throw new Refusal(json(429, { detail: 'Budget exceeded' }));
  if (failure === 'error') throw new Refusal(json(500, { detail: 'The model is not available' }));
}
