import { z } from 'zod';

import { type ErrorStyle, askError, invalidKey, missingHeader } from './askErrors.ts';
import { KeyUse } from './budget.ts';

/** How the answer to a question looks: as the code has it, as the documentation shows it, as gateways in OpenAI's manner do. */
export type ReplyShape = 'code' | 'documented' | 'openAi';

/** What the next stream does instead of answering. */
export type StreamFailure =
  | 'refused'
  | 'rateLimited'
  | 'limitedHalfway'
  | 'budget'
  | 'error'
  | 'cutOff'
  | 'silent'
  | 'gibberish';

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

export const question = z.object({
  type: z.literal('chat').optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  max_cost: z.number().positive().optional(),
  timeout: z.number().min(1).max(300).optional(),
});

/** A question as it came. */
export type Question = z.infer<typeof question>;

/** Keys, budgets, and a model that always says the same. */
export class AskModel {
  readonly key = 'sk-proj-test-0123456789abcdef';
  readonly keys = new Map([[this.key, new KeyUse('free')]]);
  readonly questions: Question[] = [];
  readonly rules: AskRules = {
    errors: 'documented',
    shape: 'documented',
    rateLimitHeaders: true,
    streamKey: 'header',
    streams: true,
    answer: 'Shares are the largest part of this portfolio, at 41.7 percent.',
    tokens: 321,
    cost: 0.0042,
    pace: 5,
    nextStream: undefined,
  };
  readonly #now: () => number;

  /** @param now ms since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The use of the key of an `Authorization` header. @throws Refusal */
  useOf(header: string | undefined): KeyUse {
    const given = /^Bearer (.+)$/u.exec(header ?? '')?.[1];
    if (given === undefined) throw missingHeader(this.rules.errors);
    const use = this.keys.get(given);
    if (!use) throw invalidKey(this.rules.errors);
    return use;
  }

  /** Counts a request. @throws Refusal */
  count(use: KeyUse): void {
    if (use.count(this.#now())) return;
    const words = 'Rate limit exceeded. Reset in 60 seconds.';
    const refusal = askError(this.rules.errors, 429, 'rate_limit_error', words);
    if (this.rules.rateLimitHeaders) Object.assign(refusal.answer.headers, use.headers());
    throw refusal;
  }

  /** Answers a question within its budget. @throws Refusal */
  spend(use: KeyUse, asked: Question): void {
    const { cost, tokens, errors } = this.rules;
    const wanted = cost ?? 0;
    if (use.spent + wanted > use.budget || wanted > (asked.max_cost ?? Infinity))
      throw askError(errors, 429, 'rate_limit_error', 'Budget exceeded for this API key');
    use.spend(tokens, wanted);
    this.questions.push(asked);
  }

  /** What an answer tells of its tokens and cost. */
  usage(): { usage: Record<string, number> } {
    const { tokens, cost } = this.rules;
    const usage = { input_tokens: tokens - 21, output_tokens: 21, total_tokens: tokens };
    return { usage: cost === null ? usage : { ...usage, cost } };
  }

  reply(): Record<string, unknown> {
    const { answer, cost, shape, tokens } = this.rules;
    const counts = { input_tokens: tokens - 21, output_tokens: 21, total_tokens: tokens };
    switch (shape) {
      case 'documented':
        return { id: 'msg_1', content: [{ type: 'text', text: answer }], ...this.usage() };
      case 'code':
        return {
          id: 'chat_1',
          model: 'haiku',
          content: answer,
          usage: counts,
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
}
