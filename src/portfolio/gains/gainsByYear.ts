import { Decimal } from '../decimal.ts';
import type { RealisedGain } from './realisedGains.ts';
import type { Term } from './term.ts';

/** What was realised in one financial year. */
export interface YearOfGains {
  /** `2024-25`. */
  readonly financialYear: string;
  /** Sale value less cost, INR, of the gains that are known. */
  readonly gain: Readonly<Record<Term, Decimal>>;
  /** How many gains are not, because a cost or a sale value is missing. */
  readonly unknown: number;
  readonly gains: readonly RealisedGain[];
}

/** Gains by the financial year of the sale, the latest first. */
export function gainsByYear(gains: readonly RealisedGain[]): YearOfGains[] {
  const years = [...Map.groupBy(gains, (gain) => gain.financialYear)];
  years.sort(([one], [other]) => (one < other ? 1 : -1));
  return years.map(([financialYear, ofYear]) => ({
    financialYear,
    gain: {
      short: sumOf(ofYear, 'short'),
      long: sumOf(ofYear, 'long'),
      unknown: sumOf(ofYear, 'unknown'),
    },
    unknown: ofYear.filter(({ gain }) => gain === null).length,
    gains: ofYear,
  }));
}

function sumOf(gains: readonly RealisedGain[], term: Term): Decimal {
  return Decimal.sum(
    gains.flatMap(({ gain, term: ofGain }) => (gain && ofGain === term ? [gain] : [])),
  );
}
