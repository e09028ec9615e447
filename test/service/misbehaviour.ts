import { STATUS_CODES } from 'node:http';

import { z } from 'zod';

import { html, json, jsonText } from './answer.ts';
import type { Answer } from './answer.ts';

const operations = ['approval-poll', 'credits', 'parse', 'token', 'verify', 'usage'] as const;
const ways = ['drop-before', 'drop-after', 'cut-off', 'hang', 'late'] as const;

/** What a rule can be about; `any` also means the approval page and unknown addresses. */
export type Operation = (typeof operations)[number];

/** How to go wrong, and on which requests. */
export interface Misbehaviour {
  on: Operation | 'any';
  /** How many requests it hits; without it, every one until `behave()`. */
  times?: number;
  /** How many requests to let through first. */
  after?: number;
  /** Waits this long first. A client that leaves meanwhile has cost nothing, except with `late`. */
  delayMs?: number;
  /** Waits for this first, as for `delayMs`. Not over HTTP. */
  until?: Promise<unknown>;
  /** Answered in place of the real answer, when `status` or `body` is given. */
  status?: number;
  /** Added to the answer, the real one or the replaced one. */
  headers?: Record<string, string>;
  /** Text is sent as it is, called HTML if it starts with `<` and JSON if not; the rest as JSON. */
  body?: unknown;
  /**
   * - `drop-before`: the connection is destroyed before the request's body is read
   * - `drop-after`: the request is processed and billed, then the connection is destroyed
   * - `cut-off`: processed and billed; half of the answer's body is sent, then it is destroyed
   * - `hang`: never answered, never processed
   * - `late`: processed and billed at once, answered after `delayMs` even if the client has left
   */
  how?: (typeof ways)[number];
}

/** The same as sent over HTTP. */
export const misbehaviourSchema = z.strictObject({
  on: z.enum([...operations, 'any']),
  times: z.int().positive().exactOptional(),
  after: z.int().nonnegative().exactOptional(),
  delayMs: z.number().nonnegative().exactOptional(),
  status: z.int().min(200).max(599).exactOptional(),
  headers: z.record(z.string(), z.string()).exactOptional(),
  body: z.unknown().exactOptional(),
  how: z.enum(ways).exactOptional(),
});

interface Rule {
  misbehaviour: Misbehaviour;
  toLetThrough: number;
  left: number;
}

/** The rules in force, tried in the order they were given. */
export class Misbehaviours {
  #rules: Rule[] = [];

  add(misbehaviour: Misbehaviour): void {
    const { after = 0, times = Infinity } = misbehaviour;
    this.#rules.push({ misbehaviour, toLetThrough: after, left: times });
  }

  forget(): void {
    this.#rules = [];
  }

  /** The rule that hits a request of this operation, if one does; it is counted down. */
  next(operation: Operation | undefined): Misbehaviour | undefined {
    const about = this.#rules.filter(
      ({ misbehaviour: { on }, left }) => left > 0 && (on === 'any' || on === operation),
    );
    for (const rule of about) {
      if (rule.toLetThrough > 0) {
        rule.toLetThrough -= 1;
        continue;
      }
      rule.left -= 1;
      return rule.misbehaviour;
    }
    return undefined;
  }
}

/** The answer a rule gives in place of the real one; undefined when it leaves that alone. */
export function replacedAnswer({ status, body, headers }: Misbehaviour): Answer | undefined {
  if (status === undefined && body === undefined) return undefined;
  const answer = replacedBody(status ?? 200, body);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function replacedBody(status: number, body: unknown): Answer {
  if (body === undefined) return json(status, { status: 'failed', msg: STATUS_CODES[status] });
  if (typeof body !== 'string') return json(status, body);
  return body.startsWith('<') ? html(status, body) : jsonText(status, body);
}
