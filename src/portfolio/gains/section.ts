import type { AssetClass } from './assetClass.ts';
import { NEW_ACT_FROM, NEW_REGIME_FROM } from './taxDays.ts';
import { isSpecified } from './term.ts';
import type { Term } from './term.ts';

/**
 * The rule that a gain falls under: of equity-oriented funds, short and long term; other long-term gains; specified mutual
 * funds, whose gains are always short-term; and other short-term gains, which no section taxes by itself.
 */
export type Rule = 'equity-short' | 'equity-long' | 'other-long' | 'specified' | 'other-short';

/** Income-tax Act 1961, or Income-tax Act, 2025. */
export type Act = '1961' | '2025';

/** As they are cited. */
export const ACT_NAMES: Readonly<Record<Act, string>> = {
  '1961': 'Income-tax Act 1961',
  '2025': 'Income-tax Act, 2025',
};

/** Where a gain belongs in the return. */
export interface Section {
  readonly rule: Rule;
  /** In force on the day of the sale. */
  readonly act: Act;
  /** Its number in the Act; null for short-term gains that are taxed at the rates of the slabs without a section of their own. */
  readonly section: string | null;
  /** Percent; null for the rates of the slabs. */
  readonly rate: string | null;
}

const SECTIONS: Readonly<Record<Rule, Readonly<Record<Act, string | null>>>> = {
  'equity-short': { '1961': '111A', '2025': '196' },
  'equity-long': { '1961': '112A', '2025': '198' },
  'other-long': { '1961': '112', '2025': '197' },
  specified: { '1961': '50AA', '2025': '76' },
  'other-short': { '1961': null, '2025': null },
};

/** Before and since 23 July 2024: Finance (No. 2) Act 2024. The rate of section 112 before that day is with indexation. */
const RATES: Readonly<Record<Rule, readonly [string | null, string | null]>> = {
  'equity-short': ['15', '20'],
  'equity-long': ['10', '12.5'],
  'other-long': ['20', '12.5'],
  specified: [null, null],
  'other-short': [null, null],
};

/** Names a section with its Act, in English; gains that no section taxes by itself are named by their term. */
export function sectionName({ act, section }: Section): string {
  const name = section === null ? 'Short term at the rates of the slabs' : `Section ${section}`;
  return `${name}, ${ACT_NAMES[act]}`;
}

/**
 * Tells the section of a gain; null where the class of the fund or the term is not known. Days are since 1970-01-01.
 */
export function sectionOf(
  asset: AssetClass,
  term: Term,
  { acquired, sold }: { readonly acquired: number | null; readonly sold: number },
): Section | null {
  if (asset === 'unknown' || term === 'unknown') return null;
  const rule = ruleOf(asset, term, isSpecified(asset, acquired, sold));
  const act = actOf(sold);
  return {
    rule,
    act,
    section: SECTIONS[rule][act],
    rate: RATES[rule][sold < NEW_REGIME_FROM ? 0 : 1],
  };
}

/** The Act that is in force on a day. */
export function actOf(day: number): Act {
  return day < NEW_ACT_FROM ? '1961' : '2025';
}

function ruleOf(asset: AssetClass, term: Term, specified: boolean): Rule {
  if (asset === 'equity-oriented') return term === 'long' ? 'equity-long' : 'equity-short';
  if (specified) return 'specified';
  return term === 'long' ? 'other-long' : 'other-short';
}
