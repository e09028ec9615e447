import { parseDay } from '../days.ts';
import type { Decimal } from '../decimal.ts';
import { lotSteps } from '../lots/portfolioLots.ts';
import type { LotsGap, SoldLot } from '../lots/schemeLots.ts';
import type { Folio, Portfolio, Scheme } from '../model.ts';
import { allSteps } from '../steps.ts';
import { assetClass } from './assetClass.ts';
import type { AssetClass } from './assetClass.ts';
import { financialYear } from './financialYear.ts';
import { isGrandfathered, taxableGain } from './taxableGain.ts';
import type { TaxableGain } from './taxableGain.ts';
import { termOf } from './term.ts';
import type { Term } from './term.ts';

/** What a redemption or switch out gained on the units of one lot. */
export interface RealisedGain {
  readonly folio: Folio;
  readonly scheme: Scheme;
  readonly units: Decimal;
  /** ISO date; null when the statement does not say when the units were acquired. */
  readonly acquired: string | null;
  /** ISO date. */
  readonly sold: string;
  readonly holdingDays: number | null;
  /** INR per unit, as printed. */
  readonly saleNav: Decimal | null;
  /** INR, before STT and TDS: neither may be deducted from it (Income-tax Act 1961, section 48). */
  readonly saleValue: Decimal | null;
  /** INR, with stamp duty. */
  readonly cost: Decimal | null;
  /** Sale value less cost, INR. */
  readonly gain: Decimal | null;
  readonly asset: AssetClass;
  readonly term: Term;
  readonly taxable: TaxableGain;
  /** Whether the NAV of 31 January 2018 decides about its cost. */
  readonly grandfathered: boolean;
  /** INR per unit, where it is grandfathered and the NAV is given. */
  readonly navOf31Jan2018: Decimal | null;
  /** Of the sale: `2024-25`. */
  readonly financialYear: string;
}

export interface RealisedGains {
  /** All of it is an estimate and no tax advice: the statement does not say all that the law asks for. */
  readonly estimate: true;
  readonly gains: readonly RealisedGain[];
  /** Schemes with transactions of which no lots can be told. */
  readonly leftOut: readonly {
    readonly folio: Folio;
    readonly scheme: Scheme;
    readonly reason: LotsGap;
  }[];
}

/** NAVs of 31 January 2018 by ISIN, INR per unit: they are not in a statement. */
export type NavsOf31Jan2018 = ReadonlyMap<string, Decimal>;

/** The gain of each lot that was sold, first in, first out, in the order of the statement. */
export function realisedGains(
  portfolio: Portfolio,
  navsOf31Jan2018: NavsOf31Jan2018 = new Map(),
): RealisedGains {
  return allSteps(gainSteps(portfolio, navsOf31Jan2018));
}

/** The same scheme by scheme, for whoever cannot wait for all at once. */
export function* gainSteps(
  portfolio: Portfolio,
  navsOf31Jan2018: NavsOf31Jan2018 = new Map(),
): Generator<undefined, RealisedGains> {
  const lots = yield* lotSteps(portfolio);
  const gains: RealisedGain[] = [];
  const leftOut: { folio: Folio; scheme: Scheme; reason: LotsGap }[] = [];
  for (const folio of portfolio.folios) {
    for (const scheme of folio.schemes) {
      const found = lots.get(scheme);
      if (found?.ok) {
        const paidStt = found.sold.some(({ sale }) => sale.stt.sign > 0);
        const asset = assetClass(scheme.type, paidStt);
        const nav = navsOf31Jan2018.get(scheme.isin ?? '') ?? null;
        for (const lot of found.sold) gains.push(realisedGain({ folio, scheme, asset, nav }, lot));
      } else if (found && found.reason !== 'no-transactions') {
        leftOut.push({ folio, scheme, reason: found.reason });
      }
      yield;
    }
  }
  return { estimate: true, gains, leftOut };
}

interface Asset {
  readonly folio: Folio;
  readonly scheme: Scheme;
  readonly asset: AssetClass;
  /** Of 31 January 2018. */
  readonly nav: Decimal | null;
}

function realisedGain({ folio, scheme, asset, nav }: Asset, lot: SoldLot): RealisedGain {
  const { units, cost, merged, proceeds: saleValue } = lot;
  const acquired = parseDay(lot.acquired);
  const sold = lot.sale.day;
  const term = termOf(asset, acquired, sold);
  const sale = { units, saleValue, cost, merged, acquired, sold, asset, term };
  const grandfathered = isGrandfathered(sale);
  return {
    folio,
    scheme,
    units,
    acquired: lot.acquired,
    sold: lot.sale.date,
    holdingDays: acquired === null ? null : sold - acquired,
    saleNav: lot.sale.row.nav,
    saleValue,
    cost,
    gain: saleValue && cost && saleValue.minus(cost),
    asset,
    term,
    taxable: taxableGain(sale, nav),
    grandfathered,
    navOf31Jan2018: grandfathered ? nav : null,
    financialYear: financialYear(sold),
  };
}
