import { monthsLater } from '../days.ts';
import type { AssetClass } from './assetClass.ts';
import { NEW_REGIME_FROM, SPECIFIED_FROM, THIRTY_SIX_MONTHS_FROM } from './taxDays.ts';

export type Term = 'short' | 'long' | 'unknown';

/**
 * Whether units were held for a short or a long term; days since 1970-01-01.
 *
 * Units are short-term when they were held for not more than 12 months, of other than equity-oriented funds for not more than 36
 * months, from 23 July 2024 on 24 (Income-tax Act 1961, section 2(42A)); units of specified funds acquired since 1 April 2023
 * always are (section 50AA). Units sold on the very anniversary count as short-term, as registrars report them, though the
 * Delhi High Court counted the day of acquisition in (Bharti Gupta Ramola v. CIT, 2012).
 */
export function termOf(asset: AssetClass, acquired: number | null, sold: number): Term {
  if (acquired === null || asset === 'unknown') return 'unknown';
  if (asset === 'debt' && acquired >= SPECIFIED_FROM) return 'short';
  return sold > monthsLater(acquired, monthsOf(asset, sold)) ? 'long' : 'short';
}

function monthsOf(asset: AssetClass, sold: number): number {
  if (asset === 'equity-oriented' || sold < THIRTY_SIX_MONTHS_FROM) return 12;
  return sold < NEW_REGIME_FROM ? 36 : 24;
}
