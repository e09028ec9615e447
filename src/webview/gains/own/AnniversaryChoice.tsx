import { useId } from 'preact/hooks';
import type { FactsFile } from '../../../portfolio/facts/factsFile.ts';
import { t } from '../../words.ts';
import { AsYouSaid } from './AsYouSaid.tsx';
import { say } from './say.ts';

/** How a sale on the very anniversary counts, where there is one. */
export function AnniversaryChoice({ counts }: { readonly counts: FactsFile['anniversary'] }) {
  const id = useId();
  return (
    <>
      <p class="own-field">
        <label for={id}>{t('Sold on the very anniversary')}</label>
        <select
          id={id}
          value={counts ?? ''}
          onChange={({ currentTarget: { value } }) =>
            say({ of: 'anniversary', counts: value === 'long' || value === 'short' ? value : null })
          }
        >
          <option value="">{t('Not decided')}</option>
          <option value="long">{t('Long term, as the Delhi High Court has it')}</option>
          <option value="short">{t('Short term, as registrars count')}</option>
        </select>
        {counts !== undefined && (
          <AsYouSaid
            of={t('Sold on the very anniversary')}
            onTakeBack={() => say({ of: 'anniversary', counts: null })}
          />
        )}
      </p>
      <p class="note">
        {t(
          'Units sold on the day on which the months of the term end are short-term for registrars; the Delhi High Court held them to be long-term (Bharti Gupta Ramola v. CIT, 2012).',
        )}
      </p>
    </>
  );
}
