import { isoDay } from '../days.ts';
import { Decimal } from '../decimal.ts';
import type { RealisedGain } from './realisedGains.ts';
import { NEW_REGIME_FROM } from './taxDays.ts';

/** `BE` before a day, `AE` on or after it, in the words of the form. */
export type Side = 'BE' | 'AE';

/** A row of Schedule 112A. Money is in whole rupees, as the form wants it; the numbers are those of its columns. */
export interface Schedule112aRow {
  /** 1a: acquired on or before 31 January 2018, or after. */
  readonly acquired: Side;
  /** 1b: transferred before 23 July 2024, or on or after. */
  readonly transferred: Side;
  /** 2 to 5 and 9 to 11: what grandfathering asks for; null in the row that sums up what was acquired later. */
  readonly security: Schedule112aSecurity | null;
  /** 6: full value of consideration. */
  readonly saleValue: Decimal;
  /** 7: cost of acquisition without indexation, the larger of 8 and 9. */
  readonly allowedCost: Decimal;
  /** 8: actual cost of acquisition. */
  readonly cost: Decimal;
  /** 12: expenditure in connection with the transfer. STT is none, and stamp duty is in the cost. */
  readonly expenditure: Decimal;
  /** 13 = 7 + 12. */
  readonly deductions: Decimal;
  /** 14 = 6 - 13. */
  readonly balance: Decimal;
}

export interface Schedule112aSecurity {
  readonly isin: string | null;
  readonly name: string | null;
  /** 4. */
  readonly units: Decimal;
  /** 5: INR per unit. */
  readonly salePrice: Decimal;
  /** 9: the smaller of 11 and 6. */
  readonly grandfatheredCost: Decimal;
  /** 10: INR per unit. */
  readonly navOf31Jan2018: Decimal;
  /** 11 = 4 * 10. */
  readonly fairValue: Decimal;
}

export interface Schedule112a {
  /** An estimate, like the gains it is made of. */
  readonly estimate: true;
  readonly financialYear: string;
  readonly rows: readonly Schedule112aRow[];
  /** Gains of the year that belong here, or may, and cannot be computed. */
  readonly leftOut: readonly RealisedGain[];
}

/**
 * Long-term gains of equity-oriented funds in one financial year (`2024-25`), as Schedule 112A of the Indian income-tax return
 * asks for them: a row for each grandfathered lot; what was acquired after 31 January 2018 in one row, or two where the year has
 * sales on both sides of 23 July 2024 (press release of the CBDT of 26 September 2020: details by security are needed only where
 * gains are grandfathered). Whole rupees and the formulas of the columns are the instructions of the form.
 */
export function schedule112a(gains: readonly RealisedGain[], financialYear: string): Schedule112a {
  const ofYear = gains.filter((gain) => gain.financialYear === financialYear && mayBelong(gain));
  const known = ofYear.filter(({ taxable }) => taxable.ok);
  const later = known.filter(({ grandfathered }) => !grandfathered);
  const sums = [...Map.groupBy(later, transferredOn)];
  return {
    estimate: true,
    financialYear,
    rows: [
      ...known.flatMap((gain) => grandfatheredRow(gain) ?? []),
      ...sums.map(([transferred, members]) => sumRow(transferred, members)),
    ],
    leftOut: ofYear.filter(({ taxable }) => !taxable.ok && taxable.reason !== 'exempt'),
  };
}

function mayBelong({ asset, term, taxable }: RealisedGain): boolean {
  if (asset !== 'equity-oriented' && asset !== 'unknown') return false;
  return term !== 'short' || (!taxable.ok && taxable.reason === 'anniversary');
}

const FIRST_OF_NEW_REGIME = isoDay(NEW_REGIME_FROM);

function transferredOn({ sold }: RealisedGain): Side {
  return sold < FIRST_OF_NEW_REGIME ? 'BE' : 'AE';
}

function grandfatheredRow(gain: RealisedGain): Schedule112aRow | null {
  const { scheme, units, navOf31Jan2018 } = gain;
  if (!navOf31Jan2018 || !gain.saleValue || !gain.cost) return null;
  const salePrice = priceOf(gain.saleValue, units, gain.saleNav);
  const saleValue = units.times(salePrice).round(0);
  const fairValue = units.times(navOf31Jan2018).round(0);
  const grandfatheredCost = fairValue.compare(saleValue) < 0 ? fairValue : saleValue;
  const cost = gain.cost.round(0);
  const { isin, name } = scheme;
  return {
    acquired: 'BE',
    transferred: transferredOn(gain),
    security: { isin, name, units, salePrice, grandfatheredCost, navOf31Jan2018, fairValue },
    ...settle(saleValue, cost, grandfatheredCost),
  };
}

/** The printed NAV, if it makes the sale value to the rupee; otherwise what a unit brought. */
function priceOf(saleValue: Decimal, units: Decimal, nav: Decimal | null): Decimal {
  if (nav) {
    const difference = units.times(nav).minus(saleValue).abs();
    if (difference.compare(Decimal.fromInteger(1)) <= 0) return nav;
  }
  return units.sign === 0 ? Decimal.zero : saleValue.dividedBy(units, 4);
}

function sumRow(transferred: Side, gains: readonly RealisedGain[]): Schedule112aRow {
  const saleValue = Decimal.sum(gains.flatMap((gain) => gain.saleValue ?? [])).round(0);
  const cost = Decimal.sum(gains.flatMap((gain) => gain.cost ?? [])).round(0);
  return { acquired: 'AE', transferred, security: null, ...settle(saleValue, cost, cost) };
}

type Settled = Pick<
  Schedule112aRow,
  'saleValue' | 'cost' | 'allowedCost' | 'expenditure' | 'deductions' | 'balance'
>;

function settle(saleValue: Decimal, cost: Decimal, otherCost: Decimal): Settled {
  const allowedCost = cost.compare(otherCost) < 0 ? otherCost : cost;
  const expenditure = Decimal.zero;
  const deductions = allowedCost.plus(expenditure);
  const balance = saleValue.minus(deductions);
  return { saleValue, cost, allowedCost, expenditure, deductions, balance };
}
