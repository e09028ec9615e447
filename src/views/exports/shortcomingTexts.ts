import { SHORTCOMINGS } from '../../portfolio/exports/activities/activity.ts';
import type { Shortcoming, Shortcomings } from '../../portfolio/exports/activities/activity.ts';

/** What a file lacks or rests on, each with how often. */
const BECAUSE: Readonly<Record<Shortcoming, string>> = {
  'closing-only':
    'holdings whose transactions do not tell the whole history and are left out, with their closing units in place of them: {0}',
  'unknown-cost':
    'units whose cost the statement does not tell, at the value of the day or at nothing, as the note of each says: {0}',
  'no-day': 'holdings left out, because the statement names no day: {0}',
  'no-amount': 'IDCW payouts left out, because no amount is printed: {0}',
  payouts: 'IDCW payouts left out, because the format has no place for them: {0}',
  insurance: 'insurance policies left out, because they have no units: {0}',
  'before-1970': 'transactions before 1970 left out, which the program does not take: {0}',
};

/**
 * One phrase for each shortcoming.
 * @param translate puts the number in, in the language of whoever reads it
 */
export function shortcomingTexts(
  shortcomings: Shortcomings,
  translate: (english: string, count: number) => string,
): string[] {
  return SHORTCOMINGS.flatMap((one) => {
    const count = shortcomings[one];
    return count === undefined ? [] : [translate(BECAUSE[one], count)];
  });
}
