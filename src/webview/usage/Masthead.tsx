import type { ShowUsageMessage } from '../../views/usageMessages.ts';
import { Text } from '../pieces/Text.tsx';
import { t } from '../words.ts';
import { send } from './host.ts';
import { momentText } from './zone.ts';

interface MastheadProps {
  readonly shown: ShowUsageMessage;
  readonly onRefresh: () => void;
}

/** Whose usage this is, when it was asked for, and what can be done with it. */
export function Masthead({ shown, onRefresh }: MastheadProps) {
  const { account, figures } = shown;
  return (
    <header>
      <div class="masthead">
        <h1>{t('Credits and Usage')}</h1>
        <div class="meta">
          {account && (
            <p>
              <Text>{account.name}</Text>
            </p>
          )}
          {figures && <p>{t('asked {0}', momentText(figures.askedAt))}</p>}
        </div>
        <div class="actions">
          {account && (
            <button type="button" onClick={onRefresh}>
              {t('Refresh')}
            </button>
          )}
          {figures && (
            <button
              type="button"
              onClick={() => send({ type: 'export' })}
              disabled={figures.report.requests.length === 0}
            >
              {t('Export CSV')}
            </button>
          )}
          <button type="button" onClick={() => send({ type: 'openDashboard' })}>
            {t('Open Dashboard')}
          </button>
        </div>
      </div>
      {account?.sample && (
        <p class="notice">{t('The sandbox: sample data, and no credits are used.')}</p>
      )}
    </header>
  );
}
