import type { Uri } from 'vscode';
import type { CreditsWatch } from '../connections/creditsWatch.ts';
import { type UsageServices, loadUsage } from '../connections/loadUsage.ts';
import type { Log } from '../log.ts';
import { serviceHost } from '../settings.ts';
import { accountName } from '../views/accountName.ts';
import { UsagePanel } from '../views/usagePanel.ts';

interface Parts extends UsageServices {
  readonly extensionUri: Uri;
  readonly credits: CreditsWatch;
  readonly log: Log;
}

/** The view of credits and usage, for the account in use. */
export function makeUsagePanel({ extensionUri, credits, log, ...container }: Parts): UsagePanel {
  return new UsagePanel({
    extensionUri,
    account: () => {
      const { account } = credits.state;
      return (
        account && {
          id: account.id,
          name: accountName(account),
          sample: account.kind === 'sandbox',
        }
      );
    },
    credits: () => credits.state.credits,
    host: serviceHost,
    onBug: (error) => log.bug('casParser.showUsage', error),
    load: (from, to, signal) => loadUsage(container, { from, to }, signal),
  });
}
