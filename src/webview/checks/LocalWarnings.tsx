import { localReading } from '../../portfolio/localReading.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { Narration } from '../pieces/Text.tsx';
import { t } from '../words.ts';

/** What the engine on this computer did not understand or could not prove, with its page in the PDF. */
export function LocalWarnings({ portfolio }: { readonly portfolio: Portfolio }) {
  const warnings = localReading(portfolio)?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <ul class="checks">
      {warnings.map(({ message, page }, index) => (
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
  );
}
