import type { Decimal } from '../decimal.ts';
import type { AssetClass } from './assetClass.ts';
import { EQUITY_TAXED_FROM, GRANDFATHERED_BEFORE, NEW_REGIME_FROM } from './taxDays.ts';
import type { Term } from './term.ts';

/**
 * Why no taxable gain is computed: the sale value or the cost is not known; neither is the term, and with it the rule; the lot
 * is grandfathered and the NAV of 31 January 2018, which no statement prints, is not given; it is grandfathered and came out of a
 * merger after that day, so that it is not settled which scheme's NAV counts; it was sold on the very anniversary, and nobody
 * decided whether that is long-term; long-term gains of equity-oriented funds were exempt before
 * 1 April 2018; or the cost could still be indexed, which is not done here.
 */
export type TaxableGap =
  | 'sale-value-unknown'
  | 'cost-unknown'
  | 'term-unknown'
  | 'needs-nav-of-31-jan-2018'
  | 'grandfathered-merger'
  | 'anniversary'
  | 'exempt'
  | 'indexation';

/** INR. */
export type TaxableGain =
  | { readonly ok: true; readonly cost: Decimal; readonly gain: Decimal }
  | { readonly ok: false; readonly reason: TaxableGap };

/** Some units of one lot, sold together. */
export interface Sale {
  readonly units: Decimal;
  readonly saleValue: Decimal | null;
  readonly cost: Decimal | null;
  /** When the units came out of a merger, days since 1970-01-01; null where they did not. */
  readonly merged: number | null;
  /** Days since 1970-01-01. */
  readonly acquired: number | null;
  readonly sold: number;
  readonly asset: AssetClass;
  readonly term: Term;
  /** Whether it was sold on the very anniversary, and nobody decided what that means. */
  readonly isContestable: boolean;
}

/** Whether the cost of units may be their value of 31 January 2018 (Income-tax Act 1961, section 55(2)(ac); Income-tax Act,
 * 2025, section 90). */
export function isGrandfathered({ acquired, sold, asset, term }: Sale): boolean {
  return (
    asset === 'equity-oriented' &&
    term === 'long' &&
    acquired !== null &&
    acquired < GRANDFATHERED_BEFORE &&
    sold >= EQUITY_TAXED_FROM
  );
}

/**
 * The gain by the cost that the law allows: the actual one, or of grandfathered units
 * max(actual cost, min(NAV of 31 January 2018 x units, sale value)).
 *
 * @param navOf31Jan2018 INR per unit
 */
export function taxableGain(sale: Sale, navOf31Jan2018: Decimal | null): TaxableGain {
  const { saleValue, cost } = sale;
  if (!saleValue) return gap('sale-value-unknown');
  if (!cost) return gap('cost-unknown');
  if (sale.term === 'unknown') return gap('term-unknown');
  if (sale.isContestable && sale.asset === 'equity-oriented') return gap('anniversary');
  if (sale.term === 'long') {
    const isEquity = sale.asset === 'equity-oriented';
    if (isEquity && sale.sold < EQUITY_TAXED_FROM) return gap('exempt');
    if (!isEquity && sale.sold < NEW_REGIME_FROM) return gap('indexation');
  }
  if (!isGrandfathered(sale)) return { ok: true, cost, gain: saleValue.minus(cost) };
  // What was held on that day was the scheme before the merger, or after it.
  if (sale.merged !== null && sale.merged >= GRANDFATHERED_BEFORE)
    return gap('grandfathered-merger');
  if (!navOf31Jan2018) return gap('needs-nav-of-31-jan-2018');
  const fairValue = navOf31Jan2018.times(sale.units).round(2);
  const allowed = larger(cost, smaller(fairValue, saleValue));
  return { ok: true, cost: allowed, gain: saleValue.minus(allowed) };
}

function gap(reason: TaxableGap): TaxableGain {
  return { ok: false, reason };
}

function larger(one: Decimal, other: Decimal): Decimal {
  return one.compare(other) < 0 ? other : one;
}

function smaller(one: Decimal, other: Decimal): Decimal {
  return one.compare(other) < 0 ? one : other;
}
