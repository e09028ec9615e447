import { commands, l10n, window } from 'vscode';
import { isKeptHere, systemOf } from '../connections/account.ts';
import { noteSignedOut } from './lostSignIn.ts';
import type { Container } from '../container.ts';
import { forgetConnection } from './connections/removeConnection.ts';

/** Forgets the key of the account in use on this computer and says what that does not do. @throws AppError */
export async function signOut(container: Container): Promise<void> {
  const account = await container.accounts.current();
  await noteSignedOut(container);
  if (account && systemOf(account) !== 'casParser') return forgetConnection(container, account);
  if (account) await container.accounts.forget(account);
  await container.credits.accountChanged();
  if (account?.kind === 'sandbox')
    void window.showInformationMessage(l10n.t('Signed out of the sandbox.'));
  else void tellWhatRemains(account === undefined || isKeptHere(account));
}

async function tellWhatRemains(wasKeptHere: boolean): Promise<void> {
  const dashboard = l10n.t('Open Dashboard');
  const text = wasKeptHere
    ? l10n.t('Signed out: the key is forgotten on this computer. Only the dashboard can revoke it.')
    : l10n.t('Signed out: the key stays where it is and is not used any more.');
  const choice = await window.showInformationMessage(text, dashboard);
  if (choice === dashboard) await commands.executeCommand('casParser.openDashboard', '/developers');
}
