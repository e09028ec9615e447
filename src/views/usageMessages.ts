import * as z from 'zod/mini';
import { type Period, periodChoices } from '../usage/period.ts';
import type { UsageReport, UsageRequest } from '../usage/report.ts';

/** What the usage page shows of the account in use. */
export interface UsageAccount {
  /** Tells accounts apart; not its key. */
  readonly id: string;
  /** Its label or e-mail address. */
  readonly name: string;
  /** The sandbox: nothing in it is real. */
  readonly sample: boolean;
}

/** What the account may spend, as the service said last. */
export interface UsageCredits {
  readonly used: number | undefined;
  /** `null` means unlimited, `undefined` that the service did not say. */
  readonly remaining: number | null | undefined;
  readonly limit: number | undefined;
  /** ISO date or date-time. */
  readonly resetsAt: string | undefined;
}

/** The figures of one period, as received. */
export interface UsageFigures {
  readonly period: Period;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
  readonly report: UsageReport;
  /** The requests of the last 15 days at the moment of asking, for the pace. */
  readonly recent: readonly UsageRequest[];
}

/** The page shows this instead of what it showed before. */
export interface ShowUsageMessage {
  readonly type: 'show';
  /** The page's words in the editor's language, by their English. */
  readonly words: Readonly<Record<string, string>>;
  /** Undefined when nobody is signed in. */
  readonly account: UsageAccount | undefined;
  readonly credits: UsageCredits | undefined;
  /** The last figures received for this account; a failure leaves them where they are. */
  readonly figures: UsageFigures | undefined;
  /** The period asked for last; its figures are on the way, have arrived, or could not be had. */
  readonly asked: Period | undefined;
  readonly loading: boolean;
  /** The sentence that says why the last attempt failed. */
  readonly problem: string | undefined;
}

/** Milliseconds since the epoch that a date can hold. */
const moment = z.int().check(z.minimum(-8.64e15), z.maximum(8.64e15));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const usagePageMessage = z.discriminatedUnion('type', [
  /** The page has loaded and wants to be told what to show. */
  z.object({ type: z.literal('ready') }),
  /** Only the page knows the person's time zone, so it says what the period is. */
  z.object({
    type: z.literal('load'),
    period: z
      .object({
        choice: z.enum(periodChoices),
        firstDay: day,
        lastDay: day,
        from: moment,
        to: moment,
      })
      .check(z.refine(({ from, to }) => from <= to)),
  }),
  z.object({ type: z.literal('export') }),
  z.object({ type: z.literal('copyRequestId'), requestId: z.string().check(z.maxLength(500)) }),
  z.object({ type: z.literal('openDashboard') }),
]);

/** What the page sends to the extension. */
export type UsagePageMessage = z.infer<typeof usagePageMessage>;

/** Checks what the webview sent; `undefined` for anything that is not one of our messages. */
export function readUsagePageMessage(message: unknown): UsagePageMessage | undefined {
  const read = usagePageMessage.safeParse(message);
  return read.success ? read.data : undefined;
}
