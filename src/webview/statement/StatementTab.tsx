import { useMemo } from 'preact/hooks';
import { accounts } from '../../portfolio/accounts.ts';
import { ENVELOPE, localReading } from '../../portfolio/localReading.ts';
import { keptFields } from '../../portfolio/keptFields.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import type { ShowMessage } from '../../views/messages.ts';
import { AccountFacts } from '../opened/AccountFacts.tsx';
import { Section } from '../pieces/Section.tsx';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import { AccountName } from '../table/AccountName.tsx';
import { counted, t } from '../words.ts';
import { InvestorSection } from './InvestorSection.tsx';
import { OtherFields } from './OtherFields.tsx';
import { SummarySection } from './SummarySection.tsx';

interface StatementTabProps {
  readonly portfolio: Portfolio;
  readonly shown: ShowMessage;
}

/** What the statement says besides holdings and transactions: whose it is, its summary, its accounts, and all that is left. */
export function StatementTab({ portfolio, shown }: StatementTabProps) {
  const local = useMemo(() => localReading(portfolio), [portfolio]);
  const held = useMemo(() => accounts(portfolio), [portfolio]);
  // What the engine on this computer adds is shown with the checks.
  const kept = useMemo(
    () => keptFields(portfolio).filter(({ path }) => !(local && path === ENVELOPE)),
    [portfolio, local],
  );
  const rows = useMoreRows(held, 50);
  return (
    <>
      <InvestorSection portfolio={portfolio} shown={shown} />
      <SummarySection summary={portfolio.summary} />
      <Section title={t('Accounts')}>
        {rows.shown.map((account) => (
          <article key={account.key} class="account">
            <h3>
              <AccountName account={account} />{' '}
              <span class="code">
                {account.positions === 0
                  ? t('No holdings in this statement')
                  : counted(account.positions, '1 holding', '{0} holdings')}
              </span>
            </h3>
            <AccountFacts account={account} />
          </article>
        ))}
        {rows.more}
      </Section>
      <OtherFields fields={kept} />
    </>
  );
}
