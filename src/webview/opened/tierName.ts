import { t } from '../words.ts';

/** A tier of the National Pension System. */
export function tierName(tier: string | null): string | null {
  if (tier === '1') return t('Tier I');
  return tier === '2' ? t('Tier II') : tier;
}
