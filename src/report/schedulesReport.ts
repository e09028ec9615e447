import type { RealisedGains } from '../portfolio/gains/realisedGains.ts';
import type { Schedule112aRow } from '../portfolio/gains/schedule112a.ts';
import { scheduleOfYear, yearsOfSales } from '../portfolio/gains/scheduleOfYear.ts';
import { trimmed } from './figure.ts';
import { lotReport } from './gainsReport.ts';
import type { HoldingKeys } from './gainsReport.ts';

/** Schedule 112A of each year with sales, or why there is none: incomplete, nothing sold that belongs in it, or no form yet. */
export function schedulesReport(realised: RealisedGains, keys: HoldingKeys) {
  return yearsOfSales(realised).map((year) => {
    const found = scheduleOfYear(realised, year);
    return {
      year,
      state: found.state,
      rows: found.state === 'complete' ? found.schedule.rows.map(rowReport) : null,
      /** What of an incomplete one is missing. */
      sales: found.state === 'incomplete' ? found.sales.map((gain) => lotReport(gain, keys)) : [],
      schemes:
        found.state === 'incomplete'
          ? found.schemes.map(({ scheme, reason }) => ({
              holding: keys.get(scheme) ?? null,
              reason,
            }))
          : [],
    };
  });
}

/** Named like the columns of the form; money in whole rupees, as the form wants it. */
function rowReport({ security, ...row }: Schedule112aRow) {
  return {
    acquired: row.acquired,
    transferred: row.transferred,
    isin: security?.isin ?? null,
    name: security?.name ?? null,
    units: trimmed(security?.units),
    salePrice: trimmed(security?.salePrice),
    saleValue: trimmed(row.saleValue),
    allowedCost: trimmed(row.allowedCost),
    cost: trimmed(row.cost),
    grandfatheredCost: trimmed(security?.grandfatheredCost),
    navOf31Jan2018: trimmed(security?.navOf31Jan2018),
    fairValue: trimmed(security?.fairValue),
    expenditure: trimmed(row.expenditure),
    deductions: trimmed(row.deductions),
    balance: trimmed(row.balance),
  };
}
