import { useMemo, useState } from 'preact/hooks';
import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import { counted, t } from '../words.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { LocalReconciliation } from './LocalReconciliation.tsx';
import { CheckGroupLines } from './CheckGroupLines.tsx';
import { groupChecks } from './groupChecks.ts';

interface ChecksTabProps {
  readonly portfolio: Portfolio;
  readonly checks: CheckSummary | null;
  /** Which statement is checked, where there are several. */
  readonly title?: string;
}

/** Every check of the statement against itself with its figures, by what is checked; that of which something differs first. */
export function ChecksTab({ portfolio, checks, title }: ChecksTabProps) {
  const [withMissing, setWithMissing] = useState(false);
  const groups = useMemo(() => {
    const all = checks?.inOrder ?? [];
    return groupChecks(
      withMissing ? all : all.filter(({ outcome }) => outcome !== 'not-in-statement'),
    );
  }, [checks, withMissing]);
  const rows = useMoreRows(groups, 100);
  if (!checks) return <p class="nothing">{t('The checks are being made …')}</p>;
  return (
    <section aria-label={title ?? t('Checks')} class="folds">
      {title !== undefined && <h2>{title}</h2>}
      <p>
        {t('{0} of {1} checks agree.', checks.agreeing, checks.compared)}{' '}
        {checks.noted > 0 &&
          counted(checks.noted, '1 thing is worth knowing.', '{0} things are worth knowing.')}{' '}
        {t('Printed figures are shown as they are printed; nothing was corrected.')}
      </p>
      <LocalReconciliation portfolio={portfolio} />
      {rows.shown.map((group, index) => (
        <CheckGroupLines key={`${withMissing} ${index}`} group={group} />
      ))}
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
