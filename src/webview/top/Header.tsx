import type { Confirmation } from '../../portfolio/confirmation.ts';
import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import { localReading } from '../../portfolio/localReading.ts';
import type { Portfolio, Statement } from '../../portfolio/model.ts';
import type { ShowMessage } from '../../views/messages.ts';
import { Day } from '../pieces/Day.tsx';
import { Personal } from '../pieces/Text.tsx';
import { counted, sentence, t } from '../words.ts';
import { Actions } from './Actions.tsx';
import { Seal } from './Seal.tsx';
import { statementKind } from './statementKind.ts';

interface HeaderProps {
  readonly portfolio: Portfolio;
  readonly checks: CheckSummary | null;
  readonly confirmation: Confirmation | null;
  readonly shown: ShowMessage;
  readonly onChecks: () => void;
}

/** A summary is of one day. */
function period({ from, to }: Statement) {
  const day = <Day date={to} />;
  if (to !== null && (from === null || from === to)) return sentence('as on {0}', day);
  return (
    <>
      <Day date={from} /> – {day}
    </>
  );
}

/** Whose statement of what this is, and how sure its figures are. */
export function Header({ portfolio, checks, confirmation, shown, onChecks }: HeaderProps) {
  const { investor, statement } = portfolio;
  const local = localReading(portfolio);
  return (
    <header>
      <div class="masthead">
        <h1>{investor.name === null ? t('Portfolio') : <Personal>{investor.name}</Personal>}</h1>
        <div class="meta">
          <p>{statementKind(portfolio)}</p>
          {(statement.from ?? statement.to) !== null && <p>{period(statement)}</p>}
          <Seal checks={checks} onlyRead={confirmation?.onlyRead ?? 0} onChecks={onChecks} />
          {local && (
            <button
              type="button"
              class={local.warnings.length > 0 ? 'seal differs' : 'seal'}
              onClick={onChecks}
            >
              {local.warnings.length === 0
                ? t('read on this computer')
                : counted(
                    local.warnings.length,
                    'read on this computer, with 1 warning',
                    'read on this computer, with {0} warnings',
                  )}
            </button>
          )}
        </div>
        <Actions saved={shown.saved} />
      </div>
      {shown.sample && (
        <p class="notice">{t('Sample data from the sandbox: not your statement')}</p>
      )}
    </header>
  );
}
