import { parseDay } from '../days.ts';
import type { Scheme, Transaction } from '../model.ts';
import { signedUnits } from '../transactionType.ts';
import { financialYear } from './financialYear.ts';
import type { RealisedGain, RealisedGains } from './realisedGains.ts';
import { schedule112a } from './schedule112a.ts';
import type { Schedule112a } from './schedule112a.ts';

/**
 * Schedule 112A of a year, or why there is none. An incomplete one would be taken for a whole one, so it is not made; nothing sold
 * that belongs in it is no failure.
 */
export type ScheduleOfYear =
  | { readonly state: 'complete'; readonly schedule: Schedule112a }
  | { readonly state: 'nothing-sold' }
  | {
      readonly state: 'incomplete';
      /** Sales of which the taxable gain cannot be told. */
      readonly sales: readonly RealisedGain[];
      /** Schemes with sales in the year of which no lots can be told. */
      readonly schemes: RealisedGains['leftOut'];
    };

/** @param year of the sales, `2024-25` */
export function scheduleOfYear({ gains, leftOut }: RealisedGains, year: string): ScheduleOfYear {
  const schedule = schedule112a(gains, year);
  const schemes = leftOut.filter(({ scheme }) => mayHaveSoldIn(scheme, year));
  if (schedule.leftOut.length > 0 || schemes.length > 0) {
    return { state: 'incomplete', sales: schedule.leftOut, schemes };
  }
  return schedule.rows.length === 0 ? { state: 'nothing-sold' } : { state: 'complete', schedule };
}

/** Financial years in which something was sold that may belong in the schedule, the latest first. */
export function yearsOfSales({ gains, leftOut }: RealisedGains): string[] {
  const sold = [
    ...gains.map((gain) => gain.financialYear),
    ...leftOut.flatMap(({ scheme }) => scheme.transactions.filter(isSale).flatMap(yearOf)),
  ];
  return [...new Set(sold)].sort().reverse();
}

/** Gains of debt funds are taxed elsewhere. A sale without a date may be of any year. */
function mayHaveSoldIn({ type, transactions }: Scheme, year: string): boolean {
  if (type === 'Debt') return false;
  return transactions.some((row) => isSale(row) && (yearOf(row)[0] ?? year) === year);
}

/** Units that go out for money. A merger is no transfer (Income-tax Act 1961, section 47(xviii)), and a reversal undoes a purchase. */
function isSale(row: Transaction): boolean {
  const out = (signedUnits(row)?.sign ?? 0) < 0;
  return out && row.type !== 'SWITCH_OUT_MERGER' && row.type !== 'REVERSAL';
}

function yearOf({ date }: Transaction): string[] {
  const day = parseDay(date);
  return day === null ? [] : [financialYear(day)];
}
