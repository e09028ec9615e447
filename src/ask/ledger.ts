import * as z from 'zod/mini';
import { Decimal } from '../portfolio/decimal.ts';

/** What was spent on questions in a month, as kept on this computer: figures only, nothing of the questions. */
const ledger = z.object({
  /** `2026-11`, UTC. */
  month: z.string(),
  /** US dollars, a numeral. */
  spent: z.string(),
  questions: z.number(),
  tokens: z.number(),
  /** The last day on which an answer came, UTC, `2026-11-30`, and the tokens of that day. */
  day: z.optional(z.string()),
  tokensOfDay: z.optional(z.number()),
});

export type Ledger = z.infer<typeof ledger>;

/** What is told of an answer. */
export interface AnswerUsage {
  readonly tokens: number | undefined;
  /** US dollars. */
  readonly cost: Decimal | undefined;
}

/** The ledger of this month; a new one in a new month, and in place of one that cannot be read. */
export function ledgerOf(kept: unknown, now: number): Ledger {
  const month = new Date(now).toISOString().slice(0, 7);
  const read = ledger.safeParse(kept);
  if (read.success && read.data.month === month && Decimal.parse(read.data.spent)) return read.data;
  return { month, spent: '0', questions: 0, tokens: 0 };
}

/** The ledger after one more answer. A cost that was not told is not guessed at. */
export function entered(
  before: Ledger,
  { tokens = 0, cost }: AnswerUsage,
  now = Date.now(),
): Ledger {
  return {
    ...before,
    spent: noted(spentOf(before).plus(cost ?? Decimal.zero)),
    questions: before.questions + 1,
    tokens: before.tokens + tokens,
    day: dayOf(now),
    tokensOfDay: tokensOn(before, now) + tokens,
  };
}

/** The service may know of more: the key is used elsewhere, or an answer was lost. It never makes it less. */
export function atLeast(before: Ledger, toldByService: Decimal): Ledger {
  const isMore = toldByService.compare(spentOf(before)) > 0;
  return isMore ? { ...before, spent: noted(toldByService) } : before;
}

/** More than any budget. */
const MOST_NOTED = Decimal.fromInteger(1_000_000_000);
const PLACES = 12;

/** A sum that can be read again: a numeral without end could not, and the month would begin anew. */
function noted(sum: Decimal): string {
  return (sum.compare(MOST_NOTED) > 0 ? MOST_NOTED : sum.round(PLACES).trimmed(0)).toString();
}

/** How many tokens were noted on the day of a moment, ms since 1970. */
export function tokensOn({ day, tokensOfDay = 0 }: Ledger, now: number): number {
  return day === dayOf(now) ? tokensOfDay : 0;
}

function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** US dollars. */
export function spentOf({ spent }: Ledger): Decimal {
  return Decimal.parse(spent) ?? Decimal.zero;
}

/**
 * What the next question may cost at the most, US dollars: the cap of a question, or what is left of the month. Null when nothing is
 * left.
 */
export function mayCost(
  before: Ledger,
  { perQuestion, perMonth }: { readonly perQuestion: Decimal; readonly perMonth: Decimal },
): Decimal | null {
  const left = perMonth.minus(spentOf(before));
  const most = left.compare(perQuestion) < 0 ? left : perQuestion;
  return most.sign > 0 ? most : null;
}
