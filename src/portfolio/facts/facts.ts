import type { Decimal } from '../decimal.ts';

/**
 * What a fund is to the rules of capital gains. `equity-oriented`: at least 65 percent in shares of Indian companies.
 * `specified-debt`: more than 65 percent in debt and money market. `foreign-or-gold`: not more than 35 percent in shares of
 * Indian companies, and not mostly debt, as funds of foreign shares and of gold. `other`: all the rest, as balanced hybrids.
 */
export type FundKind = 'equity-oriented' | 'specified-debt' | 'foreign-or-gold' | 'other';

/** Units as their previous owner had bought them. */
export interface PreviousLot {
  /** ISO date on which the previous owner bought them. */
  readonly acquired: string;
  readonly units: Decimal;
  /** What the previous owner paid for all of them, INR, with stamp duty. */
  readonly cost: Decimal;
}

/** A row of a scheme in a folio. */
export interface RowPlace {
  readonly folio: string | null;
  readonly isin: string | null;
  /** ISO date. */
  readonly date: string;
}

/** What no statement prints and only its owner knows. */
export interface Facts {
  /** By ISIN. */
  readonly kinds: ReadonlyMap<string, FundKind>;
  /** INR per unit, by ISIN. */
  readonly navsOf31Jan2018: ReadonlyMap<string, Decimal>;
  /** What units that came by a gift, transmission or transfer had cost their previous owner, by the key of their row. */
  readonly previousLots: ReadonlyMap<string, readonly PreviousLot[]>;
  /** What the fund kept back of the sales of a scheme on a day beside what is printed, INR, by the key of the day's rows. */
  readonly exitLoads: ReadonlyMap<string, Decimal>;
  /**
   * How a sale on the very anniversary counts: as long with the Delhi High Court (Bharti Gupta Ramola v. CIT, 2012), or as short
   * with the registrars; null as long as nobody decided it.
   */
  readonly anniversary: 'long' | 'short' | null;
}

export const NO_FACTS: Facts = {
  kinds: new Map(),
  navsOf31Jan2018: new Map(),
  previousLots: new Map(),
  exitLoads: new Map(),
  anniversary: null,
};

/** Folio numbers are printed with and without spaces. */
export function placeKey({ folio, isin, date }: RowPlace): string {
  return JSON.stringify([folio?.replaceAll(/\s/g, '') ?? '', isin?.trim().toUpperCase(), date]);
}
