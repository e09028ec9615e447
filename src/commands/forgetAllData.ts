import { commands, l10n, window } from 'vscode';
import type { Rooms } from '../rooms.ts';
import { removeEverything } from '../statements/keep/removeEverything.ts';

/** Removes everything that the extension keeps on this computer, keys included, and shows that nothing is left. */
export async function forgetAllData(rooms: Rooms): Promise<void> {
  if (rooms.batchDesk.running) {
    void window.showWarningMessage(
      l10n.t('Statements are being parsed; wait for their end or cancel them first.'),
    );
    return;
  }
  const { storage, passwords, accounts, memory } = rooms;
  const before = l10n.t(
    'Statements: {0}, passwords: {1}, accounts: {2}',
    await storage.statements.count(),
    await passwords.count(),
    (await accounts.listAll()).length,
  );
  const forget = l10n.t('Forget All Data');
  const choice = await window.showWarningMessage(
    l10n.t('Forget all that CAS Parser keeps on this computer?'),
    {
      modal: true,
      detail: l10n.t(
        '{0}. Statements that were parsed and paid for cost a credit again. Portfolios that you saved as files stay. Keys stay valid: only the dashboard can revoke them.',
        before,
      ),
    },
    forget,
  );
  if (choice !== forget) return;
  rooms.batchDesk.clear();
  rooms.handedOut.forget();
  rooms.credentials.forget();
  rooms.gateways.forget();
  await accounts.forgetAll();
  await passwords.forgetAll();
  await storage.storeKey.forget();
  storage.unread.forgetMemory();
  const left = await removeEverything(storage.folder);
  for (const name of memory.keys()) await memory.update(name, undefined);
  await rooms.credits.accountChanged();
  rooms.creditsItem.show();
  await tellWhatIsLeft(left, await whatIsKept(rooms), before);
}

/** Looked for anew, so that the answer proves something. */
async function whatIsKept({ accounts, passwords, storage, memory }: Rooms): Promise<number> {
  const key = (await storage.storeKey.find()) === 'missing' ? 0 : 1;
  return (await accounts.listAll()).length + (await passwords.count()) + key + memory.keys().length;
}

async function tellWhatIsLeft(files: readonly string[], secrets: number, before: string) {
  if (files.length === 0 && secrets === 0) {
    const dashboard = l10n.t('Open Dashboard');
    const choice = await window.showInformationMessage(
      l10n.t(
        'Forgotten: {0}. Nothing is left in the storage and in the secret storage of this computer.',
        before,
      ),
      dashboard,
    );
    if (choice === dashboard)
      await commands.executeCommand('casParser.openDashboard', '/developers');
    return;
  }
  void window.showErrorMessage(
    l10n.t(
      'Not all could be removed: {0} files and {1} secrets are left. Close the other windows and try again.',
      files.length,
      secrets,
    ),
  );
}
