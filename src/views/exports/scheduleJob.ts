import type { Facts } from '../../portfolio/facts/facts.ts';
import { realisedGains } from '../../portfolio/gains/realisedGains.ts';
import { schedule112aCsv } from '../../portfolio/gains/schedule112aCsv.ts';
import { scheduleOfYear, yearsOfSales } from '../../portfolio/gains/scheduleOfYear.ts';
import type { Portfolio } from '../../portfolio/model.ts';

/** The file, or what is missing for it: the year, anything sold, the history. */
export type ScheduleResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'which-year'; readonly years: readonly string[] }
  | { readonly ok: false; readonly reason: 'nothing-sold' }
  | { readonly ok: false; readonly reason: 'form-not-published' }
  | {
      readonly ok: false;
      readonly reason: 'incomplete';
      /** How many sales need the NAV of 31 January 2018, which no statement prints. */
      readonly needNav: number;
      /** How many other sales, or schemes with sales, the statement does not tell enough of. */
      readonly others: number;
    };

/**
 * Schedule 112A as CSV.
 * @param year `2024-25`; without one the years to choose from are answered
 * @param facts what only the owner of the units knows
 */
export function scheduleJob(
  portfolio: Portfolio,
  year: string | undefined,
  facts: Facts,
): ScheduleResult {
  const realised = realisedGains(portfolio, facts);
  if (year === undefined) {
    const years = yearsOfSales(realised);
    if (years.length === 0) return { ok: false, reason: 'nothing-sold' };
    return { ok: false, reason: 'which-year', years };
  }
  const found = scheduleOfYear(realised, year);
  switch (found.state) {
    case 'nothing-sold':
    case 'form-not-published':
      return { ok: false, reason: found.state };
    case 'complete':
      return { ok: true, bytes: new TextEncoder().encode(schedule112aCsv(found.schedule)) };
    case 'incomplete': {
      const needNav = found.sales.filter(
        ({ taxable }) => !taxable.ok && taxable.reason === 'needs-nav-of-31-jan-2018',
      ).length;
      const others = found.sales.length - needNav + found.schemes.length;
      return { ok: false, reason: 'incomplete', needNav, others };
    }
  }
}
