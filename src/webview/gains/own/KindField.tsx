import { useId } from 'preact/hooks';
import type { FundKind } from '../../../portfolio/facts/facts.ts';
import { t } from '../../words.ts';
import { AsYouSaid } from './AsYouSaid.tsx';
import type { FundAsked } from './fundsAsked.ts';
import { KIND_MEANINGS, KIND_NAMES, KINDS } from './kindNames.ts';
import { say } from './say.ts';

/** What kind of fund it is. */
export function KindField({ fund }: { readonly fund: FundAsked }) {
  const id = useId();
  const { isin, kind, asset } = fund;
  const contradicted = kind !== null && fund.gains.some((gain) => gain.asset === 'unknown');
  return (
    <>
      <p class="own-field">
        <label for={id}>{t('Kind of fund')}</label>
        <select
          id={id}
          value={kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            say({ of: 'kind', isin, kind: value === '' ? null : (value as FundKind) })
          }
        >
          <option value="">
            {kind === null
              ? t('As the statement tells: {0}', t(KIND_NAMES[asset]))
              : t('As the statement tells')}
          </option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(KIND_NAMES[one])}
            </option>
          ))}
        </select>
        {kind !== null && (
          <AsYouSaid
            of={t('Kind of fund')}
            onTakeBack={() => say({ of: 'kind', isin, kind: null })}
          />
        )}
      </p>
      {kind !== null && <p class="note">{t(KIND_MEANINGS[kind])}</p>}
      {contradicted && (
        <p class="notice">
          {t(
            'Securities transaction tax was kept back from a sale, as it is for equity-oriented funds only: of that sale the kind counts as not known.',
          )}
        </p>
      )}
    </>
  );
}
