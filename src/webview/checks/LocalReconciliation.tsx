import { useMemo } from 'preact/hooks';
import { confirmationOf } from '../../portfolio/confirmation.ts';
import { localReading } from '../../portfolio/localReading.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { Narration } from '../pieces/Text.tsx';
import { counted, t } from '../words.ts';
import { ConfirmedCounts } from './ConfirmedCounts.tsx';

/**
 * How the engine on this computer proved what it read against the PDF's own balances and totals, and what it did not understand,
 * with its page. Nothing for a portfolio that the service made.
 */
export function LocalReconciliation({ portfolio }: { readonly portfolio: Portfolio }) {
  const local = localReading(portfolio);
  const confirmation = useMemo(() => confirmationOf(portfolio), [portfolio]);
  if (!local) return null;
  const { made, failed } = local.checks;
  return (
    <>
      <p>
        {t('Read on this computer.')}{' '}
        {counted(
          made - failed,
          '1 of {1} balances, values and totals in the PDF came out while it was read.',
          '{0} of {1} balances, values and totals in the PDF came out while it was read.',
          made,
        )}
      </p>
      {confirmation && <ConfirmedCounts confirmation={confirmation} />}
      {local.warnings.length > 0 && (
        <ul class="checks">
          {local.warnings.map(({ message, page }, index) => (
            <li key={index} class="check differs">
              <span class="mark" aria-hidden="true">
                !
              </span>
              <span>
                {page !== null && <span class="subject">{t('Page {0} of the PDF', page)}: </span>}
                <Narration>{message}</Narration>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
