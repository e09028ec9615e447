import type { Call, CallService } from './client.ts';
import type { Credential } from './credential.ts';
import type { HttpAnswer } from './http.ts';
import { parseJson } from './json.ts';
import { AppError } from './appError.ts';
import { answerFacts, refusal } from './refusal.ts';
import { problemBody } from './schemas.ts';

export interface AccountQuestion {
  readonly path: string;
  readonly credential: Credential;
  /** Sent as JSON; without it there is no body at all. */
  readonly json?: unknown;
  /** An `X-Request-ID` of ours, for who looks for it in the usage log. */
  readonly requestId?: string;
  /** What else than the key the service's words may not repeat. */
  readonly secrets?: readonly string[];
  readonly signal: AbortSignal;
  readonly through?: Call['through'] | undefined;
  readonly onWait?: Call['onWait'] | undefined;
  readonly insist?: Call['insist'] | undefined;
}

export interface AccountAnswer {
  readonly answer: HttpAnswer;
  /** The answer's JSON. */
  readonly body: unknown;
}

const TIMEOUT_MS = 10_000;

/**
 * A call to one of the account's own endpoints (credits, usage, tokens). All of them are free of charge.
 * @throws AppError; `keyRefused` for a 401 or 403, which on these endpoints can only mean the key
 */
export async function askAccount(
  call: CallService,
  {
    path,
    credential,
    json,
    requestId,
    secrets = [],
    signal,
    through,
    onWait,
    insist,
  }: AccountQuestion,
): Promise<AccountAnswer> {
  const answer = await call({
    method: 'POST',
    path,
    credential,
    headers: {
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(requestId !== undefined && { 'x-request-id': requestId }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    timeoutMs: TIMEOUT_MS,
    signal,
    ...(through && { through }),
    onWait,
    insist,
  });
  const body = parseJson(answer.text);
  const refused = refusal(answer, body, [credential.key, ...secrets]);
  if (refused?.kind === 'keyRefused' && !problemBody.safeParse(body).success)
    // A page of something before the service says nothing about the key, which may be one that is delivered a single time.
    throw new AppError('serviceDown', refused.details);
  if (refused)
    throw answer.status === 403 && body !== undefined
      ? new AppError('keyRefused', refused.details)
      : refused;
  return { answer, body };
}

/** For an answer that is none to the question. */
export function notAnswered({ answer, body }: AccountAnswer): AppError {
  return new AppError(body === undefined ? 'answerNotJson' : 'answerUnknown', answerFacts(answer));
}
