import * as z from 'zod/mini';
import { Decimal } from '../portfolio/decimal.ts';
import type { AnswerUsage } from './ledger.ts';

export interface Reply {
  /** Hostile until it is shown as text. */
  readonly text: string;
  readonly usage: AnswerUsage;
}

const number = z.catch(z.optional(z.number()), undefined);
const usageFields = z.catch(
  z.optional(
    z.object({
      total_tokens: number,
      input_tokens: number,
      output_tokens: number,
      prompt_tokens: number,
      completion_tokens: number,
      cost: number,
      total_cost: number,
    }),
  ),
  undefined,
);

/** Where the cost of an answer is told, by one server or another. */
const told = z.object({
  usage: usageFields,
  cost: number,
  metadata: z.catch(z.optional(z.object({ cost_usd: number })), undefined),
});

const textPart = z.object({ type: z.literal('text'), text: z.string() });

/** The shapes that answers have: of the server's code, of its documentation, and of gateways in OpenAI's manner. */
const shapes = [
  z.pipe(
    z.object({ content: z.string() }),
    z.transform(({ content }) => content),
  ),
  z.pipe(
    z.object({ content: z.array(z.union([textPart, z.unknown()])) }),
    z.transform(({ content }) =>
      content.map((part) => textPart.safeParse(part).data?.text ?? '').join(''),
    ),
  ),
  z.pipe(
    z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })) }),
    z.transform(({ choices }) => choices[0]?.message.content ?? ''),
  ),
];

/** The answer of the chat endpoint, in any of the three shapes; undefined for anything else. */
export function readReply(body: unknown): Reply | undefined {
  for (const shape of shapes) {
    const read = shape.safeParse(body);
    if (read.success && read.data.trim() !== '') return { text: read.data, usage: readUsage(body) };
  }
  return undefined;
}

/** Tokens and cost as far as they are told; a negative or endless figure is none. */
export function readUsage(body: unknown): AnswerUsage {
  const { usage, cost, metadata } = told.safeParse(body).data ?? {};
  const tokens = usage?.total_tokens ?? sumOfTokens(usage);
  const dollars = [usage?.cost, cost, usage?.total_cost, metadata?.cost_usd].find(
    (one) => one !== undefined && one >= 0,
  );
  return {
    tokens:
      tokens !== undefined && Number.isSafeInteger(tokens) && tokens >= 0 ? tokens : undefined,
    cost: dollars === undefined ? undefined : (Decimal.fromNumber(dollars) ?? undefined),
  };
}

function sumOfTokens(usage: z.infer<typeof usageFields>): number | undefined {
  const inward = usage?.input_tokens ?? usage?.prompt_tokens;
  const outward = usage?.output_tokens ?? usage?.completion_tokens;
  return inward === undefined || outward === undefined ? undefined : inward + outward;
}
