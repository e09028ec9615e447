import * as z from 'zod/mini';
import { LONGEST_QUESTION } from '../ask/question.ts';
import { EXPORT_FORMATS, EXPORT_TABLES } from '../portfolio/exports/exportSpec.ts';
import { FactsChange } from '../portfolio/facts/changeFacts.ts';
import type { PageMessage } from './messages.ts';

const exportRequest = z.object({
  format: z.optional(z.enum(EXPORT_FORMATS)),
  what: z.optional(z.enum(EXPORT_TABLES)),
  keys: z.optional(z.array(z.string())),
  year: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}$/))),
  template: z.optional(z.literal(true)),
  rows: z.optional(z.array(z.int().check(z.nonnegative()))),
});

const typedText = z.string().check(z.maxLength(1000));

const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), again: z.optional(z.literal(true)) }),
  z.object({ type: z.literal('save') }),
  z.object({ type: z.literal('showJson') }),
  z.object({ type: z.literal('toggleMask') }),
  z.object({
    type: z.literal('typed'),
    typed: z.object({ holdings: typedText, transactions: typedText }),
  }),
  z.object({ type: z.literal('fact'), change: FactsChange }),
  z.object({ type: z.literal('export'), spec: exportRequest }),
  z.object({
    type: z.literal('askQuestion'),
    question: z.string().check(z.maxLength(LONGEST_QUESTION)),
  }),
  z.object({ type: z.literal('askSend'), id: z.int() }),
  z.object({ type: z.literal('askCancel'), id: z.int() }),
  z.object({ type: z.literal('askRemedy'), remedy: z.enum(['signIn', 'settings']) }),
]);

/** Checks what a webview sent; `undefined` for anything that is not one of our messages. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  const read = pageMessage.safeParse(message);
  return read.success ? read.data : undefined;
}
