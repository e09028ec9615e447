import type { Confirmation } from '../../portfolio/confirmation.ts';
import { counted, t } from '../words.ts';

/** How many of the values that were read the statement itself confirms, and what the marks on the others mean. */
export function ConfirmedCounts({ confirmation }: { readonly confirmation: Confirmation }) {
  const { figures, texts } = confirmation;
  return (
    <p>
      {counted(
        figures.confirmed,
        '1 figure or number is confirmed by another place of the statement.',
        '{0} figures and numbers are confirmed by another place of the statement.',
      )}{' '}
      {figures.read > 0 &&
        counted(
          figures.read,
          '1 was read, not confirmed: nothing else in the statement repeats it. A dotted line marks it.',
          '{0} were read, not confirmed: nothing else in the statement repeats them. A dotted line marks them.',
        )}{' '}
      {figures.fallback > 0 &&
        counted(
          figures.fallback,
          '1 is not printed and was worked out from others; a dotted line marks it too.',
          '{0} are not printed and were worked out from others; a dotted line marks them too.',
        )}{' '}
      {texts.read > 0 &&
        t('Dates, names of securities and descriptions are printed once: they were only read.')}
    </p>
  );
}
