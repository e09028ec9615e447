import { askRefusal } from '../../ask/askRefusal.ts';
import type { ChatMessage } from '../../ask/question.ts';
import { type Reply, readReply, readUsage } from '../../ask/readReply.ts';
import { readStreamMessage } from '../../ask/streamMessage.ts';
import type { Decimal } from '../../portfolio/decimal.ts';
import type { CallService } from '../client.ts';
import type { Credential } from '../credential.ts';
import type { HttpAnswer } from '../http.ts';
import { parseJson } from '../json.ts';
import { AppError } from '../appError.ts';
import { NOT_OPENED } from './streamTransport.ts';

/** A question on its way. */
export interface Asked {
  readonly credential: Credential;
  readonly messages: readonly ChatMessage[];
  /** US dollars; the service is to stop beyond. */
  readonly maxCost: Decimal;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
  /** Told when it will be sent, ms since 1970, each time that it has to wait for the rate limit. */
  readonly onWait: (until: number) => void;
}

/** The service takes no longer timeout on its chat endpoint; what it does not know it leaves alone. */
const LONGEST_TIMEOUT_SECONDS = 300;

/**
 * Asks, and waits for the whole answer.
 * @throws AppError `signInRefused`, `notPermitted`, `rateLimited`, `budgetUsedUp`, `refused`, `serviceDown`, `answerUnknown`, and
 * those of no answer
 */
export async function askWhole(call: CallService, asked: Asked): Promise<Reply> {
  const answer = await call({
    ...sending(asked),
    method: 'POST',
    path: '/chat/completions',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf(asked)),
  });
  return replyOf(answer, asked);
}

/**
 * Asks, and tells the answer as it comes.
 * @param connect the way to the WebSocket, on which each message is told
 * @param onText what there is of the answer so far
 * @returns undefined when the WebSocket could not be opened: then nothing was sent
 * @throws AppError as `askWhole`
 */
export async function askStreaming(
  connect: (onMessage: (text: string) => HttpAnswer | undefined) => CallService,
  asked: Asked,
  onText: (text: string) => void,
): Promise<Reply | undefined> {
  let text = '';
  const call = connect((message) => {
    const read = readStreamMessage(message);
    if (read?.type === 'token') onText((text += read.content));
    if (read?.type === 'done') return { status: 200, headers: {}, text: message };
    // The word of a stream for what HTTP says by the status.
    if (read?.type === 'error')
      return { status: streamStatus(message), headers: {}, text: message };
    return undefined;
  });
  const answer = await call({
    ...sending(asked),
    method: 'GET',
    path: '/stream',
    body: JSON.stringify({ type: 'chat', ...bodyOf(asked) }),
  });
  if (answer.status === NOT_OPENED) return undefined;
  const body = parseJson(answer.text);
  const problem = askRefusal(answer, body, [asked.credential.key]);
  if (problem) throw new AppError(problem.kind, { ...problem.details, mayBeBilled: text !== '' });
  if (text === '') return replyOf(answer, asked);
  return { text, usage: readUsage(body) };
}

function sending({ credential, timeoutSeconds, signal, onWait }: Asked) {
  // Somebody waits for it: it is sent even to a service that rests after failures.
  return { credential, signal, onWait, timeoutMs: timeoutSeconds * 1000, insist: true as const };
}

function bodyOf({ messages, maxCost, timeoutSeconds }: Asked) {
  return {
    messages,
    max_cost: Number(maxCost.toString()),
    timeout: Math.min(timeoutSeconds, LONGEST_TIMEOUT_SECONDS),
  };
}

function replyOf(answer: HttpAnswer, { credential }: Asked): Reply {
  const body = parseJson(answer.text);
  const problem = askRefusal(answer, body, [credential.key]);
  if (problem) throw problem;
  const reply = readReply(body);
  if (!reply) throw new AppError('answerUnknown', { httpStatus: answer.status, mayBeBilled: true });
  return reply;
}

function streamStatus(message: string): number {
  const kind = askRefusal({ status: 400, headers: {}, text: '' }, parseJson(message), [])?.kind;
  return kind === 'rateLimited' ? 429 : 400;
}
