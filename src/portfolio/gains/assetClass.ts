import type { SchemeType } from '../model.ts';

/** What a fund is to the rules of capital gains: `debt` stands for a specified mutual fund, which is mostly debt. */
export type AssetClass = 'equity-oriented' | 'debt' | 'unknown';

/**
 * Securities transaction tax is levied on sales to the fund of units of equity-oriented funds only (Finance (No. 2) Act 2004,
 * section 98), so it tells more than the type that is printed. Without it a hybrid fund, a fund of another type or of none can
 * be on either side of the law's 65 %, and is not guessed at.
 */
export function assetClass(type: SchemeType | null, paidStt: boolean): AssetClass {
  if (paidStt) return type === 'Debt' ? 'unknown' : 'equity-oriented';
  if (type === 'Equity') return 'equity-oriented';
  return type === 'Debt' ? 'debt' : 'unknown';
}
