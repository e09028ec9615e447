import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import { counted, t } from '../words.ts';

interface SealProps {
  readonly checks: CheckSummary | null;
  /** How many figures no check is made of, as far as that is known. */
  readonly onlyRead: number;
  readonly onChecks: () => void;
}

/** How sure the figures are: how many checks agree. Leads to them. */
export function Seal({ checks, onlyRead, onChecks }: SealProps) {
  if (!checks) return <p class="seal">{t('checking …')}</p>;
  const { agreeing, compared } = checks;
  if (compared === 0) return <p class="seal">{t('nothing to check it by')}</p>;
  const differing = compared - agreeing;
  return (
    <button type="button" class={differing > 0 ? 'seal differs' : 'seal agrees'} onClick={onChecks}>
      <span aria-hidden="true">{differing > 0 ? '! ' : '✓ '}</span>
      {differing > 0
        ? counted(differing, '1 of {1} checks differs', '{0} of {1} checks differ', compared)
        : agreement(compared, onlyRead)}
    </button>
  );
}

/** That all agree is said of what was checked, never of the rest. */
function agreement(compared: number, onlyRead: number): string {
  if (onlyRead === 0) return counted(compared, 'the 1 check agrees', 'all {0} checks agree');
  return counted(
    compared,
    'the 1 check agrees; read, not confirmed: {1}',
    'all {0} checks agree; read, not confirmed: {1}',
    onlyRead,
  );
}
