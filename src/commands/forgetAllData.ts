import { UIKind, commands, env, l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { removeEverything } from '../statements/storage/removeEverything.ts';
import { forgetInThisWindow } from './forgetInThisWindow.ts';

/** Removes everything that the extension keeps on this computer, keys included, and shows that nothing is left. */
export async function forgetAllData(container: Container): Promise<void> {
  const { storage, passwords, accounts, facts } = container;
  if ((await storage.locks.heldByOthers()) > 0) {
    void tellOthersAtWork();
    return;
  }
  const before = l10n.t(
    'Statements: {0}, passwords: {1}, accounts: {2}',
    await storage.statements.count(),
    await passwords.count(),
    await accounts.listAll().then(
      ({ length }) => length,
      () => '?',
    ),
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
  await forgetInThisWindow(container);
  // What one of them cannot remove does not keep the others from it.
  await Promise.allSettled([
    accounts.forgetAll(),
    passwords.forgetAll(),
    facts.forgetAll(),
    storage.storeKey.forget(),
  ]);
  const left = await removeEverything(storage.folder);
  for (const memory of [container.memory, container.workspaceMemory])
    for (const name of memory.keys()) await memory.update(name, undefined);
  await container.credits.accountChanged();
  container.creditsItem.show();
  await tellWhatIsLeft(left, await whatIsKept(container), before);
}

async function tellOthersAtWork(): Promise<void> {
  const again = l10n.t('Try Again');
  const choice = await window.showWarningMessage(
    l10n.t(
      'Another window is parsing statements and would keep what it gets; wait for its end or close it, then try again. Nothing was forgotten yet.',
    ),
    again,
  );
  if (choice === again) await commands.executeCommand('casParser.forgetAllData');
}

/** Looked for anew, so that the answer proves something. @returns how many secrets there are, or that nobody can say */
async function whatIsKept(container: Container): Promise<number | 'locked'> {
  const key = await container.storage.storeKey.find();
  const accounts = await container.accounts.listAll().catch(() => 'locked' as const);
  const facts = await container.facts.isKept().catch(() => 'locked' as const);
  if (key === 'locked' || accounts === 'locked' || facts === 'locked') return 'locked';
  const remembered = [container.memory, container.workspaceMemory].flatMap((memory) =>
    memory.keys(),
  );
  const keys = key === 'missing' ? 0 : 1;
  return (
    accounts.length + (await container.passwords.count()) + Number(facts) + keys + remembered.length
  );
}

async function tellWhatIsLeft(
  files: readonly string[],
  secrets: number | 'locked',
  before: string,
): Promise<void> {
  if (secrets === 'locked') {
    const again = l10n.t('Try Again');
    const choice = await window.showErrorMessage(
      l10n.t(
        'The secret storage of this computer does not answer, so keys and passwords in it were not removed; {0} files are left. Unlock it and try again.',
        files.length,
      ),
      again,
    );
    if (choice === again) await commands.executeCommand('casParser.forgetAllData');
    return;
  }
  if (files.length === 0 && secrets === 0) {
    const dashboard = l10n.t('Open Dashboard');
    const nothing = l10n.t(
      'Forgotten: {0}. Nothing is left in the storage and in the secret storage of this computer.',
      before,
    );
    const elsewhere = l10n.t(
      'Other tabs and browsers have secrets of their own: forget them there, too.',
    );
    const choice = await window.showInformationMessage(
      env.uiKind === UIKind.Web ? `${nothing} ${elsewhere}` : nothing,
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
