import { parseDay } from '../days.ts';
import { moveWithoutSale } from '../lots/moveWithoutSale.ts';
import type { Transaction } from '../model.ts';
import { signedUnits } from '../transactionType.ts';
import { financialYear } from './financialYear.ts';
import type { RealisedGain, RealisedGains } from './realisedGains.ts';
import { schedule112a } from './schedule112a.ts';
import type { Schedule112a } from './schedule112a.ts';

/**
 * Schedule 112A of a year, or why there is none. An incomplete one would be taken for a whole one, so it is not made; nothing sold
 * that belongs in it is no failure. Of sales since 1 April 2026 the Income-tax Act, 2025 holds, whose forms are not published yet:
 * nothing says that they will have this schedule.
 */
export type ScheduleOfYear =
  | { readonly state: 'complete'; readonly schedule: Schedule112a }
  | { readonly state: 'nothing-sold' }
  | { readonly state: 'form-not-published' }
  | {
      readonly state: 'incomplete';
      /** Sales of which the taxable gain cannot be told. */
      readonly sales: readonly RealisedGain[];
      /** Schemes with sales in the year of which no lots can be told. */
      readonly schemes: RealisedGains['leftOut'];
    };

/** The last year of sales under the Income-tax Act 1961. */
const LAST_YEAR_OF_FORM = '2025-26';

/** @param year of the sales, `2024-25` */
export function scheduleOfYear({ gains, leftOut }: RealisedGains, year: string): ScheduleOfYear {
  const schedule = schedule112a(gains, year);
  const schemes = schemesThatMayHaveSold({ leftOut }, year);
  if (schedule.leftOut.length > 0 || schemes.length > 0) {
    return { state: 'incomplete', sales: schedule.leftOut, schemes };
  }
  if (schedule.rows.length === 0) return { state: 'nothing-sold' };
  return year > LAST_YEAR_OF_FORM
    ? { state: 'form-not-published' }
    : { state: 'complete', schedule };
}

/** Schemes of which no lots can be told, and which may have sold equity in a year. */
export function schemesThatMayHaveSold(
  { leftOut }: Pick<RealisedGains, 'leftOut'>,
  year: string,
): RealisedGains['leftOut'] {
  return leftOut.filter((one) => mayHaveSoldIn(one, year));
}

/** Financial years in which something was sold that may belong in the schedule, the latest first. */
export function yearsOfSales({ gains, leftOut }: RealisedGains): string[] {
  const sold = [
    ...gains.map((gain) => gain.financialYear),
    ...leftOut.flatMap(({ scheme }) => scheme.transactions.filter(isSale).flatMap(yearOf)),
  ];
  return [...new Set(sold)].sort().reverse();
}

/** Gains of other than equity-oriented funds are taxed elsewhere. A sale without a date may be of any year. */
function mayHaveSoldIn({ scheme, kind }: RealisedGains['leftOut'][number], year: string): boolean {
  const { type, transactions } = scheme;
  if (kind === null ? type === 'Debt' : kind !== 'equity-oriented') return false;
  return transactions.some((row) => isSale(row) && (yearOf(row)[0] ?? year) === year);
}

/**
 * Units that go out for money. A merger, a gift and a transmission are no transfer (Income-tax Act 1961, section 47), and a
 * reversal undoes a purchase.
 */
function isSale(row: Transaction): boolean {
  const out = (signedUnits(row)?.sign ?? 0) < 0;
  if (row.type === 'SWITCH_OUT_MERGER' || row.type === 'REVERSAL') return false;
  return out && moveWithoutSale(row.type, row.description) === null;
}

function yearOf({ date }: Transaction): string[] {
  const day = parseDay(date);
  return day === null ? [] : [financialYear(day)];
}
