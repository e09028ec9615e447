import type { AssetClass } from '../../../portfolio/gains/assetClass.ts';
import type { FundKind } from '../../../portfolio/facts/facts.ts';

/** What a fund is to the tax, in English. */
export const KIND_NAMES: Readonly<Record<AssetClass, string>> = {
  'equity-oriented': 'Equity-oriented',
  'specified-debt': 'Mostly debt',
  'foreign-or-gold': 'Foreign shares or gold',
  other: 'Another kind',
  unknown: 'Not known',
};

/** What that means, in English. */
export const KIND_MEANINGS: Readonly<Record<FundKind, string>> = {
  'equity-oriented':
    'At least 65 percent in shares of Indian companies; when its units are sold to the fund, securities transaction tax is kept back.',
  'specified-debt':
    'More than 65 percent in debt and money market, or in funds of that kind; the gain on units bought since 1 Apr 2023 is always short-term.',
  'foreign-or-gold':
    'At most 35 percent in shares of Indian companies, and not mostly debt: such as funds of foreign shares, of gold or of silver.',
  other:
    'None of these: such as a hybrid fund with 36 to 64 percent in shares of Indian companies.',
};

export const KINDS: readonly FundKind[] = [
  'equity-oriented',
  'specified-debt',
  'foreign-or-gold',
  'other',
];
