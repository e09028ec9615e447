import { civilDay, monthsLater } from '../days.ts';
import type { AssetClass } from './assetClass.ts';
import {
  NEW_REGIME_FROM,
  SPECIFIED_FROM,
  SPECIFIED_IS_DEBT_FROM,
  THIRTY_SIX_MONTHS_FROM,
} from './taxDays.ts';

export type Term = 'short' | 'long' | 'unknown';

/**
 * Tells whether units were held for a short or a long term; days since 1970-01-01.
 *
 * Units are short-term when they were held for not more than 12 months, of other than equity-oriented funds for not more than 36
 * months, from 23 July 2024 on 24 (Income-tax Act 1961, section 2(42A); Income-tax Act, 2025, section 2(101)); units of
 * specified funds always are (sections 50AA and 76). Units sold on the very anniversary count as short-term, as registrars
 * report them, unless told otherwise; see `isOnAnniversary`.
 */
export function termOf(
  asset: AssetClass,
  acquired: number | null,
  sold: number,
  anniversary: 'long' | 'short' | null = null,
): Term {
  if (acquired === null || asset === 'unknown') return 'unknown';
  if (isSpecified(asset, acquired, sold)) return 'short';
  if (isOnAnniversary(asset, acquired, sold)) return anniversary ?? 'short';
  return sold > monthsLater(acquired, monthsOf(asset, sold)) ? 'long' : 'short';
}

/**
 * Whether units were sold on the very anniversary, on which the term is contestable: the Delhi High Court counted the day of
 * acquisition in, so that the months ended on the day before (Bharti Gupta Ramola v. CIT, 2012); registrars do not. Where the
 * month has no such day, as of 29 February, there is no anniversary, and its last day is within the months for both.
 */
export function isOnAnniversary(asset: AssetClass, acquired: number | null, sold: number): boolean {
  if (acquired === null || asset === 'unknown' || isSpecified(asset, acquired, sold)) return false;
  const lastDay = monthsLater(acquired, monthsOf(asset, sold));
  return sold === lastDay && civilDay(acquired).dayOfMonth === civilDay(lastDay).dayOfMonth;
}

/**
 * Whether units are of a specified mutual fund and acquired since 1 April 2023 (section 50AA, section 76 of the Income-tax Act,
 * 2025). Until 31 March 2025 these were all funds with at most 35 percent in shares of Indian companies.
 */
export function isSpecified(asset: AssetClass, acquired: number | null, sold: number): boolean {
  if (acquired === null || acquired < SPECIFIED_FROM) return false;
  if (asset === 'foreign-or-gold') return sold < SPECIFIED_IS_DEBT_FROM;
  return asset === 'specified-debt';
}

function monthsOf(asset: AssetClass, sold: number): number {
  if (asset === 'equity-oriented' || sold < THIRTY_SIX_MONTHS_FROM) return 12;
  return sold < NEW_REGIME_FROM ? 36 : 24;
}
