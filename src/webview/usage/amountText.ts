import { formatCredits } from '../../usage/hundredths.ts';
import type { Totals } from '../../usage/totals.ts';
import { counted, t } from '../words.ts';

/** `1 credit`, `34.5 credits`. */
export function creditsText(inHundredths: number): string {
  return inHundredths === 100 ? t('1 credit') : t('{0} credits', formatCredits(inHundredths));
}

/** `34.5 credits in 40 requests`. */
export function totalsText({ credits, requests }: Totals): string {
  return t('{0} in {1}', creditsText(credits), counted(requests, '1 request', '{0} requests'));
}

/** A number of things, grouped as people write it. */
export function countText(count: number): string {
  return counted(count, '{0}', '{0}');
}
