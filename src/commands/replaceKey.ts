import { commands, l10n, window } from 'vscode';
import { isKeptHere } from '../connections/account.ts';
import type { Container } from '../container.ts';
import { AppError, isAppError } from '../service/appError.ts';
import { accountName } from '../views/accountName.ts';
import { signInToGateway } from './gateway/signInToGateway.ts';
import { keepOnceChecked } from './keepOnceChecked.ts';

/** Puts a new key in place of the one in use, once the service has accepted it. @throws AppError */
export async function replaceKey(container: Container): Promise<void> {
  const account = await container.accounts.current();
  if (account?.gateway) {
    await signInToGateway(container, account.gateway);
    return;
  }
  if (!account || !isKeptHere(account)) {
    await commands.executeCommand('casParser.enterApiKey');
    return;
  }
  const typed = await window.showInputBox({
    title: l10n.t('New Key of {0}', accountName(account)),
    prompt: l10n.t(
      'Make one in the dashboard first. The old one is in use here until this one has been checked.',
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^sk_[\x21-\x7e]+$|^(?!at_)[\x21-\x7e]{16,}$/.test(value.trim())
        ? undefined
        : l10n.t('Paste the new key.'),
  });
  if (typed === undefined) return;
  const fresh = {
    ...account,
    kind: 'key' as const,
    createdAt: new Date().toISOString(),
    replaces: account.createdAt,
  };
  try {
    await keepOnceChecked(
      container,
      { account: fresh, key: typed.trim(), keepKey: true },
      l10n.t('The new key works and is in use'),
    );
  } catch (error) {
    throw isAppError(error, 'keyRefused') ? new AppError('newKeyRefused', error.details) : error;
  }
  void commands.executeCommand('setContext', 'casParser.keyReplaced', true);
  const dashboard = l10n.t('Open Dashboard');
  const choice = await window.showInformationMessage(
    l10n.t('The old key still works elsewhere: delete it in the dashboard.'),
    dashboard,
  );
  if (choice === dashboard) await commands.executeCommand('casParser.openDashboard', '/developers');
}
