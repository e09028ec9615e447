import { parseDay } from '../days.ts';

/*
 * Days on which the rules changed, as days since 1970-01-01.
 */

/** Units acquired before it are grandfathered: Income-tax Act 1961, section 55(2)(ac). */
export const GRANDFATHERED_BEFORE = day('2018-02-01');

/** Long-term gains of equity-oriented funds are taxed from this day, and were exempt before it: sections 112A and 10(38). */
export const EQUITY_TAXED_FROM = day('2018-04-01');

/** Units of specified (debt) funds acquired from this day on are always short-term: section 50AA, Finance Act 2023. */
export const SPECIFIED_FROM = day('2023-04-01');

/** Specified are, in sales from this day on, funds of mostly debt only, and no longer all with little Indian equity: Finance (No. 2) Act 2024. */
export const SPECIFIED_IS_DEBT_FROM = day('2025-04-01');

/** The Income-tax Act, 2025 applies to sales from this day on; the Income-tax Act 1961 to those before it. */
export const NEW_ACT_FROM = day('2026-04-01');

/** Units of other than equity-oriented funds need 36 months instead of 12 from this day: Finance (No. 2) Act 2014, section 3. */
export const THIRTY_SIX_MONTHS_FROM = day('2014-07-11');

/** From this day 24 months instead of 36, without indexation; new rates for all: Finance (No. 2) Act 2024. */
export const NEW_REGIME_FROM = day('2024-07-23');

function day(date: string): number {
  const parsed = parseDay(date);
  if (parsed === null) throw new RangeError(`${date} is not a day`);
  return parsed;
}
