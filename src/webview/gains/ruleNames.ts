import type { RealisedGain } from '../../portfolio/gains/realisedGains.ts';
import type { Rule, Section } from '../../portfolio/gains/section.ts';
import type { TaxableGap } from '../../portfolio/gains/taxableGain.ts';
import { t } from '../words.ts';

/** What a section taxes, in English. */
export const RULE_NAMES: Readonly<Record<Rule, string>> = {
  'equity-short': 'short-term gains of equity-oriented funds',
  'equity-long': 'long-term gains of equity-oriented funds',
  'other-long': 'long-term gains of other funds',
  specified: 'specified mutual funds, always short-term',
  'other-short': 'short-term gains of other funds',
};

/** The section with its Act, in the editor's language. */
export function sectionName({ act, section }: Section): string {
  if (section === null) return t('No section of its own');
  return act === '1961'
    ? t('Section {0}, Income-tax Act 1961', section)
    : t('Section {0}, Income-tax Act, 2025', section);
}

/** The five periods of table F of Schedule CG, in English. */
export const PERIOD_NAMES = [
  ['1', '1 Apr to 15 Jun'],
  ['2', '16 Jun to 15 Sep'],
  ['3', '16 Sep to 15 Dec'],
  ['4', '16 Dec to 15 Mar'],
  ['5', '16 Mar to 31 Mar'],
] as const;

/** Why a sale is in no section. */
export type NotTold = TaxableGap | 'class-unknown';

export const NOT_TOLD: Readonly<Record<NotTold, string>> = {
  'sale-value-unknown': 'The statement does not print what the sale brought.',
  'cost-unknown':
    'The statement does not tell what the units had cost: they were held before its first day, or came from another folio or owner.',
  'class-unknown':
    'The statement does not tell what kind of fund it is, and with it how long a long term is and which section applies: say it under “What only you know”.',
  'term-unknown': 'The statement does not tell when the units were bought.',
  'needs-nav-of-31-jan-2018':
    'The units were bought before 1 Feb 2018, and no statement prints their NAV of 31 Jan 2018: say it under “What only you know”.',
  'grandfathered-merger':
    'The units came out of a merger after 31 Jan 2018, and it is not settled which NAV of that day counts.',
  anniversary:
    'The units were sold on the very anniversary, short-term for registrars and long-term for a high court: decide it under “What only you know”.',
  exempt: 'Long-term gains of equity-oriented funds were exempt before 1 Apr 2018.',
  indexation: 'Before 23 Jul 2024 the cost may be indexed, which is not done here.',
};

export function whyNotTold({ asset, taxable, saleValue, cost }: RealisedGain): NotTold {
  if (saleValue && cost && asset === 'unknown') return 'class-unknown';
  return taxable.ok ? 'class-unknown' : taxable.reason;
}
