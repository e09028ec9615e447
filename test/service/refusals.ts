import { html, json } from './answer.ts';
import type { Answer } from './answer.ts';

/** Thrown by whatever cannot go on; the answer is what the client gets. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** Runs one step; a refusal becomes its answer, any other error stays an error. */
export async function answerOrRefusal(step: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** The body of the parse and key endpoints: `{status: "failed", msg, code?}`. */
export function failed(status: number, msg: string, code?: string): Refusal {
  return new Refusal(json(status, { status: 'failed', msg, ...(code && { code }) }));
}

/** The body of the account endpoints: `{detail}`. */
export function detail(status: number, text: string): Refusal {
  return new Refusal(json(status, { detail: text }));
}

/** A field of a JSON body is missing or wrong: 422 with `detail` as a list. */
export function unprocessable(field: string, msg: string): Refusal {
  return new Refusal(json(422, { detail: [{ type: 'value_error', loc: ['body', field], msg }] }));
}

export const keyMissing = (): Refusal =>
  failed(
    401,
    'Authentication failed: API key is missing. Please provide a valid API key in the x-api-key header.',
  );

/** One text for a wrong key, a revoked one, used-up credits and a feature the plan lacks. */
export const keyOrQuota = (): Refusal =>
  failed(
    403,
    'Authentication failed: API quota exceeded or invalid API key. Please check your API key or quota limits.',
  );

export function tooManyRequests(retryAfterSeconds: number): Refusal {
  const refusal = failed(429, 'Too many requests', 'RATE_LIMITED');
  refusal.answer.headers['Retry-After'] = String(retryAfterSeconds);
  return refusal;
}

/** What the edge in front of the service says, in its own HTML. */
export const bodyTooLarge = (): Refusal =>
  new Refusal(
    html(413, '<html><head><title>413 Request Entity Too Large</title></head><body></body></html>'),
  );
