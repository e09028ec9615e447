import { Decimal } from '../decimal.ts';
import type { RealisedGain, RealisedGains } from './realisedGains.ts';
import { schemesThatMayHaveSold } from './scheduleOfYear.ts';
import { quarterOf, QUARTERS } from './quarter.ts';
import type { Section } from './section.ts';

/** The gains of a year that one section taxes at one rate. */
export interface GainsOfSection {
  readonly section: Section;
  readonly lots: number;
  /** By the cost that the law allows, INR. */
  readonly gain: Decimal;
  /** The same by the five periods of table F of Schedule CG, INR. */
  readonly quarters: readonly Decimal[];
}

/** The gains of a financial year as the return asks for them. */
export interface GainsOfReturn {
  readonly sections: readonly GainsOfSection[];
  /** How many lots are in none, because their class, term, cost or value is not known. Those that were exempt do not count. */
  readonly notTold: number;
  /** Of the long-term gains of equity-oriented funds; null where there are no such gains and none may be among what is not told. */
  readonly exemption: Exemption | null;
}

/** What is free of tax of all long-term gains of equity in a year: section 112A(2), section 198(2) of the Income-tax Act, 2025. */
export interface Exemption {
  /** INR. */
  readonly limit: Decimal;
  /** What the gains of this statement leave of it, INR; null as long as they are not all known. */
  readonly left: Decimal | null;
}

/** 1 lakh, since 2024-25 1.25 lakh (Finance (No. 2) Act 2024: for the whole of that year). */
const LIMIT_UNTIL_2023_24 = Decimal.fromInteger(100_000);
const LIMIT = Decimal.fromInteger(125_000);

/**
 * Sums the gains of one year up by section and rate, and by period of receipt. The statement prints the day of the sale and not
 * that of receipt, so it stands for it.
 * @param year `2024-25`
 */
export function gainsOfReturn(realised: RealisedGains, year: string): GainsOfReturn {
  const gains = realised.gains.filter(({ financialYear }) => financialYear === year);
  const groups = Map.groupBy(
    gains.filter(({ section, taxable }) => section && taxable.ok),
    ({ section }) => JSON.stringify([section?.rule, section?.rate]),
  );
  const sections = [...groups.values()].map(sumUp);
  sections.sort((one, other) => rank(one) - rank(other));
  const notTold = gains.filter(isNotTold);
  const mayBeMore =
    notTold.some(({ asset }) => asset === 'equity-oriented' || asset === 'unknown') ||
    schemesThatMayHaveSold(realised, year).length > 0;
  return { sections, notTold: notTold.length, exemption: exemptionOf(year, sections, mayBeMore) };
}

const ORDER = ['equity-short', 'equity-long', 'other-long', 'specified', 'other-short'] as const;

function rank({ section }: GainsOfSection): number {
  return 2 * ORDER.indexOf(section.rule) + Number(section.rate === '20' || section.rate === '12.5');
}

function sumUp(members: readonly RealisedGain[]): GainsOfSection {
  const [first] = members;
  if (!first?.section) throw new RangeError('a group has no members');
  const quarters = QUARTERS.map((quarter) =>
    sumOf(members.filter(({ sold }) => quarterOf(sold) === quarter)),
  );
  return { section: first.section, lots: members.length, gain: sumOf(members), quarters };
}

function sumOf(members: readonly RealisedGain[]): Decimal {
  return Decimal.sum(members.flatMap(({ taxable }) => (taxable.ok ? [taxable.gain] : [])));
}

/** Whether it is in none of the sections, though it was not exempt. */
export function isNotTold({ section, taxable }: RealisedGain): boolean {
  return taxable.ok ? section === null : taxable.reason !== 'exempt';
}

function exemptionOf(
  year: string,
  sections: readonly GainsOfSection[],
  mayBeMore: boolean,
): Exemption | null {
  // Until 2017-18 all of these gains were exempt.
  if (year < '2018-19') return null;
  const ofEquity = sections.filter(({ section }) => section.rule === 'equity-long');
  if (ofEquity.length === 0 && !mayBeMore) return null;
  const limit = year < '2024-25' ? LIMIT_UNTIL_2023_24 : LIMIT;
  const left = limit.minus(Decimal.sum(ofEquity.map(({ gain }) => gain)));
  return { limit, left: mayBeMore ? null : between(left, limit) };
}

function between(left: Decimal, limit: Decimal): Decimal {
  if (left.sign < 0) return Decimal.zero;
  return left.compare(limit) > 0 ? limit : left;
}
