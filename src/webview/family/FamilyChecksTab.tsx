import type { Family } from '../../portfolio/family/family.ts';
import { ChecksTab } from '../checks/ChecksTab.tsx';
import { t } from '../words.ts';
import { statementName } from './statementName.ts';
import type { FamilyChecks } from './useFamilyChecks.ts';

interface FamilyChecksTabProps {
  readonly family: Family;
  readonly checks: FamilyChecks | null;
}

/** The checks of each statement against itself. */
export function FamilyChecksTab({ family, checks }: FamilyChecksTabProps) {
  if (!checks) return <p class="nothing">{t('The checks are being made …')}</p>;
  return family.statements.map((portfolio, statement) => (
    <ChecksTab
      key={statement}
      portfolio={portfolio}
      checks={checks.each[statement] ?? null}
      title={statementName(portfolio.statement)}
    />
  ));
}
