import { UNITS_TOLERANCE, within } from '../checks/tolerance.ts';
import { Decimal } from '../decimal.ts';
import { placeKey } from '../facts/facts.ts';
import type { Facts } from '../facts/facts.ts';
import type { Folio, Scheme } from '../model.ts';
import { costOf, dealOut, shareOf } from './lot.ts';
import type { Lot } from './lot.ts';
import { LotQueue } from './lotQueue.ts';
import type { Movement } from './movement.ts';
import type { FolioHistory, Leg } from './pairMergers.ts';
import type { Segregation } from './pairSegregations.ts';
import type { LotsGap, SchemeLots, SoldLot } from './schemeLots.ts';

/** How the schemes of a portfolio passed units on to each other. */
export interface Links {
  /** By the row that brought units of a merger or transfer: where they came from. */
  readonly sources: ReadonlyMap<Movement, Leg<SchemeBook>>;
  /** By both of its rows. */
  readonly segregations: ReadonlyMap<Movement, Segregation<SchemeBook>>;
  readonly previousLots: Facts['previousLots'];
}

/** Units of a merger are dealt out over the lots they continue; enough decimals that none of them vanishes. */
const PLACES_OF_MERGED_UNITS = 6;

/** The lots of a scheme while its history is followed. Other books can ask it to go on as far as they need. */
export class SchemeBook implements FolioHistory {
  readonly folio: Folio;
  readonly scheme: Scheme;
  readonly opening: Decimal;
  readonly movements: Movement[];
  readonly #queue = new LotQueue();
  readonly #sold: SoldLot[] = [];
  readonly #merged: Lot[] = [];
  readonly #transferred: Lot[] = [];
  readonly #received: Movement[] = [];
  readonly #segregated: Lot[] = [];
  readonly #passedOn = new Map<Movement, readonly Lot[]>();
  #next = 0;
  #isRunning = false;
  #gap: LotsGap | null = null;

  constructor({ folio, scheme, opening, movements }: FolioHistory) {
    this.folio = folio;
    this.scheme = scheme;
    this.opening = opening;
    this.movements = movements;
    if (opening.sign !== 0) this.#add(opening, null, null);
  }

  finish(links: Links): SchemeLots {
    this.#run(links);
    if (this.#gap) return { ok: false, reason: this.#gap };
    const open = this.#queue.open;
    return {
      ok: true,
      open,
      sold: this.#sold,
      merged: this.#merged,
      transferred: this.#transferred,
      received: this.#received,
      segregated: this.#segregated,
      invested: costOf(open),
      steps: this.#queue.steps,
    };
  }

  /** The lots that a movement of this scheme passed on to another one; null when they are not known. */
  passedOn(movement: Movement, links: Links): readonly Lot[] | null {
    if (!this.#passedOn.has(movement)) this.#run(links, movement);
    return this.#passedOn.get(movement) ?? null;
  }

  /** Goes on to the end, or until after `last`. Schemes that merge into each other on one day do not wait for each other. */
  #run(links: Links, last?: Movement): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (!this.#gap) {
      const movement = this.movements[this.#next];
      if (!movement) break;
      this.#next += 1;
      this.#follow(movement, links);
      if (movement === last) break;
    }
    this.#isRunning = false;
  }

  #follow(movement: Movement, links: Links): void {
    const { kind, units, date } = movement;
    this.#queue.turnTo(movement);
    if (kind === 'purchase' || kind === 'reinvestment') {
      this.#add(units, costOfPurchase(movement), date);
    } else if (kind === 'bonus') this.#add(units, Decimal.zero, date);
    else if (kind === 'sale') this.#sell(movement);
    else if (kind === 'merger-out') this.#passOn(movement, this.#merged);
    else if (kind === 'transfer-out') this.#passOn(movement, this.#transferred);
    else if (kind === 'merger-in' || kind === 'transfer-in') this.#takeOver(movement, links);
    else if (kind === 'segregation') this.#segregate(movement, links);
    else if (kind === 'segregated') this.#addSegregated(movement, links);
  }

  #add(units: Decimal, cost: Decimal | null, acquired: string | null): void {
    this.#queue.add({ units, cost, acquired, mergedOn: null });
  }

  #sell(sale: Movement): void {
    if (sale.amount?.sign === 0) this.#gap = 'units-for-nothing';
    const lots = this.#take(sale);
    const proceeds = sale.amount && dealOut(sale.amount, lots, 2);
    for (const [index, lot] of lots.entries()) {
      this.#sold.push({ ...lot, sale, proceeds: proceeds?.[index] ?? null });
    }
  }

  #passOn(movement: Movement, to: Lot[]): void {
    const lots = this.#take(movement);
    for (const lot of lots) to.push(lot);
    this.#passedOn.set(movement, lots);
  }

  #take({ units }: Movement): readonly Lot[] {
    const lots = this.#queue.take(units);
    if (!lots) this.#gap = 'oversold';
    return lots ?? [];
  }

  /** The units are dealt out over the lots that they continue. Where these are not known, neither cost nor date is. */
  #takeOver(movement: Movement, links: Links): void {
    const { kind, date } = movement;
    const mergedOn = kind === 'merger-in' ? date : null;
    const source = links.sources.get(movement);
    const known = source?.history.passedOn(source.movement, links) ?? [];
    if (known.length === 0 && kind === 'transfer-in') this.#received.push(movement);
    const lots = known.length > 0 ? known : this.#previousLots(movement, links);
    if (lots.length === 0) {
      this.#queue.add({ units: movement.units, cost: null, acquired: null, mergedOn });
    }
    const places = Math.max(movement.units.scale, PLACES_OF_MERGED_UNITS);
    const units = dealOut(movement.units, lots, places);
    for (const [index, lot] of lots.entries()) {
      this.#queue.add({
        ...lot,
        units: units[index] ?? Decimal.zero,
        mergedOn: mergedOn ?? lot.mergedOn,
      });
    }
  }

  /** What the owner knows of units that came by a transfer. Other units than came tell nothing about these. */
  #previousLots({ kind, date, units }: Movement, { previousLots }: Links): readonly Lot[] {
    if (kind !== 'transfer-in') return [];
    const { folioNumber: folio } = this.folio;
    const lots = previousLots.get(placeKey({ folio, isin: this.scheme.isin, date })) ?? [];
    const all = Decimal.sum(lots.map((lot) => lot.units));
    if (!within(UNITS_TOLERANCE, all, units)) return [];
    return lots.map((lot) => ({ ...lot, mergedOn: null }));
  }

  /**
   * Part of the cost of each lot leaves with the segregated portfolio, in the proportion of the NAVs (Income-tax Act 1961,
   * section 49(2AG) and (2AH); Income-tax
   * Act, 2025, section 73); the dates of acquisition stay (section 2(42A)). Without both NAVs neither cost is known.
   */
  #segregate(record: Movement, links: Links): void {
    const segregation = links.segregations.get(record);
    if (segregation) {
      const lots = this.#queue.open;
      const shares = lots.map(({ cost }) => segregatedCost(cost, segregation.navs));
      this.#queue.setCosts(shares.map(({ left }) => left));
      const segregated = lots.map((lot, index) => ({ ...lot, cost: shares[index]?.gone ?? null }));
      for (const lot of segregated) this.#segregated.push(lot);
      this.#passedOn.set(record, segregated);
    } else this.#queue.forgetCosts();
  }

  #addSegregated(movement: Movement, links: Links): void {
    const segregation = links.segregations.get(movement);
    const lots = segregation?.main.passedOn(segregation.record, links) ?? [];
    if (lots.length === 0) this.#add(movement.units, null, null);
    for (const lot of lots) this.#queue.add(lot);
  }
}

function costOfPurchase({ amount, stampDuty }: Movement): Decimal | null {
  return amount && (stampDuty.sign === 0 ? amount : amount.plus(stampDuty));
}

interface SegregatedCost {
  /** What stays with the main scheme. */
  readonly left: Decimal | null;
  readonly gone: Decimal | null;
}

function segregatedCost(
  cost: Decimal | null,
  navs: Segregation<SchemeBook>['navs'],
): SegregatedCost {
  if (!cost || !navs) return { left: null, gone: null };
  const gone = shareOf(cost, navs.segregated, navs.segregated.plus(navs.left));
  return { left: cost.minus(gone), gone };
}
