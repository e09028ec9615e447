import { type QuickPickItem, l10n, window } from 'vscode';
import { type Account, isKeptHere } from '../../connections/account.ts';
import { forgetPagesOf } from '../../connections/gateway/consentHosts.ts';
import type { Container } from '../../container.ts';
import { noteSignedOut } from '../lostSignIn.ts';
import { accountName } from '../../views/accountName.ts';
import { dayOfMoment } from '../../views/dayText.ts';
import { offerToRemoveInvitation } from '../gateway/invitations.ts';

interface Entry extends QuickPickItem {
  readonly account: Account;
}

/** Forgets a connection on this computer, whichever system it is to. @throws AppError */
export async function removeConnection(container: Container): Promise<void> {
  const accounts = await container.accounts.listAll();
  if (accounts.length === 0) {
    void window.showInformationMessage(l10n.t('There is no connection to remove.'));
    return;
  }
  const entry = await window.showQuickPick<Entry>(
    accounts.map((account) => ({
      label: accountName(account),
      description: new URL(account.origin).host,
      detail: l10n.t('added on {0}', dayOfMoment(account.createdAt)),
      account,
    })),
    { title: l10n.t('Remove Connection') },
  );
  if (entry) await forgetConnection(container, entry.account);
}

/** Forgets a connection and says what that does not do. @throws AppError */
export async function forgetConnection(container: Container, account: Account): Promise<void> {
  await noteSignedOut(container);
  await container.accounts.forget(account);
  if (account.gateway) await forgetPagesOf(container.memory, account.origin);
  await container.credits.accountChanged();
  void window.showInformationMessage(
    isKeptHere(account)
      ? l10n.t(
          'Removed: what let you in to {0} is forgotten on this computer. Only {0} itself can revoke it.',
          new URL(account.origin).host,
        )
      : l10n.t('Removed: the key stays where it is and is not used any more.'),
  );
  if (account.gateway) await offerToRemoveInvitation(account.gateway);
}
