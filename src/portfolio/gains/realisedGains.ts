import { parseDay } from '../days.ts';
import type { Decimal } from '../decimal.ts';
import { NO_FACTS } from '../facts/facts.ts';
import type { Facts, FundKind } from '../facts/facts.ts';
import { lotSteps } from '../lots/portfolioLots.ts';
import type { Movement } from '../lots/movement.ts';
import type { LotsGap, SoldLot } from '../lots/schemeLots.ts';
import type { Folio, Portfolio, Scheme } from '../model.ts';
import { allSteps } from '../steps.ts';
import { assetClass, sttOfSales } from './assetClass.ts';
import type { AssetClass, ClassEvidence } from './assetClass.ts';
import { lessExitLoad } from './exitLoad.ts';
import { financialYear } from './financialYear.ts';
import { sectionOf } from './section.ts';
import type { Section } from './section.ts';
import { isGrandfathered, taxableGain } from './taxableGain.ts';
import type { TaxableGain } from './taxableGain.ts';
import { isOnAnniversary, termOf } from './term.ts';
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
  /**
   * INR, before STT and TDS, neither of which may be deducted from it (Income-tax Act 1961, section 48; Income-tax Act, 2025,
   * section 72), and less the exit load that its owner gave.
   */
  readonly saleValue: Decimal | null;
  /** INR, with stamp duty. */
  readonly cost: Decimal | null;
  /** Sale value less cost, INR. */
  readonly gain: Decimal | null;
  readonly asset: AssetClass;
  readonly term: Term;
  readonly taxable: TaxableGain;
  /** Where it belongs in the return; null where the class of the fund or the term is not known. */
  readonly section: Section | null;
  /** Whether it was sold on the very anniversary: see `isOnAnniversary`. */
  readonly onAnniversary: boolean;
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
    /** What its owner says that the fund is. */
    readonly kind: FundKind | null;
  }[];
  /** What came from another folio or owner of which the statement does not tell how it was acquired: see `SchemeLots`. */
  readonly received: readonly {
    readonly folio: Folio;
    readonly scheme: Scheme;
    readonly movement: Movement;
  }[];
  /** Whether units went to another folio or owner without being sold. */
  readonly givenAway: boolean;
}

/** The gain of each lot that was sold, first in, first out, in the order of the statement. */
export function realisedGains(portfolio: Portfolio, facts: Facts = NO_FACTS): RealisedGains {
  return allSteps(gainSteps(portfolio, facts));
}

/** The same scheme by scheme, for whoever cannot wait for all at once. */
export function* gainSteps(
  portfolio: Portfolio,
  facts: Facts = NO_FACTS,
): Generator<undefined, RealisedGains> {
  const lots = yield* lotSteps(portfolio, facts);
  const printsStt = [...lots.values()].some(
    (found) => found.ok && found.sold.some(({ sale }) => sale.stt.sign > 0),
  );
  const gains: RealisedGain[] = [];
  const leftOut: RealisedGains['leftOut'][number][] = [];
  const received: RealisedGains['received'][number][] = [];
  let givenAway = false;
  for (const folio of portfolio.folios) {
    for (const scheme of folio.schemes) {
      const found = lots.get(scheme);
      if (found?.ok) {
        const owned = { folio, scheme, facts };
        const sold = lessExitLoad(found.sold, owned);
        const sttOf = sttOfSales(sold, printsStt);
        for (const lot of sold) gains.push(realisedGain(owned, lot, sttOf(lot)));
        for (const movement of found.received) received.push({ folio, scheme, movement });
        givenAway ||= found.transferred.length > 0;
      } else if (found && found.reason !== 'no-transactions') {
        const kind = facts.kinds.get(scheme.isin ?? '') ?? null;
        leftOut.push({ folio, scheme, reason: found.reason, kind });
      }
      yield;
    }
  }
  return { estimate: true, gains, leftOut, received, givenAway };
}

interface Owned {
  readonly folio: Folio;
  readonly scheme: Scheme;
  readonly facts: Facts;
}

function realisedGain(
  { folio, scheme, facts }: Owned,
  lot: SoldLot,
  stt: ClassEvidence['stt'],
): RealisedGain {
  const { units, cost, proceeds: saleValue } = lot;
  const isin = scheme.isin ?? '';
  const asset = assetClass({ type: scheme.type, kind: facts.kinds.get(isin) ?? null, stt });
  const acquired = parseDay(lot.acquired);
  const sold = lot.sale.day;
  const term = termOf(asset, acquired, sold, facts.anniversary);
  const onAnniversary = isOnAnniversary(asset, acquired, sold);
  const sale = {
    ...{ units, saleValue, cost, merged: parseDay(lot.mergedOn), acquired, sold, asset, term },
    isContestable: onAnniversary && facts.anniversary === null,
  };
  const grandfathered = isGrandfathered(sale);
  const nav = facts.navsOf31Jan2018.get(isin) ?? null;
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
    section: sectionOf(asset, term, { acquired, sold }),
    onAnniversary,
    grandfathered,
    navOf31Jan2018: grandfathered ? nav : null,
    financialYear: financialYear(sold),
  };
}
