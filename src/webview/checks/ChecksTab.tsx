import { useState } from 'preact/hooks';
import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import { counted, t } from '../words.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { LocalReconciliation } from './LocalReconciliation.tsx';
import { CheckLine } from './CheckLine.tsx';

interface ChecksTabProps {
  readonly portfolio: Portfolio;
  readonly checks: CheckSummary | null;
  /** Which statement is checked, where there are several. */
  readonly title?: string;
}

/** Every check of the statement against itself with its figures, what differs first. */
export function ChecksTab({ portfolio, checks, title }: ChecksTabProps) {
  const [withMissing, setWithMissing] = useState(false);
  const all = checks?.inOrder ?? [];
  const shown = withMissing ? all : all.filter(({ outcome }) => outcome !== 'not-in-statement');
  const rows = useMoreRows(shown, 100);
  if (!checks) return <p class="nothing">{t('The checks are being made …')}</p>;
  return (
    <section aria-label={title ?? t('Checks')}>
      {title !== undefined && <h2>{title}</h2>}
      <p>
        {t('{0} of {1} checks agree.', checks.agreeing, checks.compared)}{' '}
        {checks.noted > 0 &&
          counted(checks.noted, '1 thing is worth knowing.', '{0} things are worth knowing.')}{' '}
        {t('Printed figures are shown as they are printed; nothing was corrected.')}
      </p>
      <LocalReconciliation portfolio={portfolio} />
      <ul class="checks">
        {rows.shown.map((check, index) => (
          <CheckLine key={index} check={check} named />
        ))}
      </ul>
      {rows.more}
      {checks.notInStatement > 0 && (
        <button type="button" class="link" onClick={() => setWithMissing(!withMissing)}>
          {withMissing
            ? t('Hide what cannot be checked')
            : counted(
                checks.notInStatement,
                'Show 1 check that this statement does not allow',
                'Show {0} checks that this statement does not allow',
              )}
        </button>
      )}
    </section>
  );
}
