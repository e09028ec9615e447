import { l10n, window, workspace } from 'vscode';
import { findDotenvKeys } from '../connections/dotenvKeys.ts';
import type { Container } from '../container.ts';
import { plainText } from '../views/plainText.ts';
import { useFoundKey } from './foundKeys.ts';
import { offerGitIgnore } from './offerGitIgnore.ts';

const POINTED_OUT = 'casParser.keysPointedOut';

/** Points out a key in a file of the workspace, once for each file. */
export async function pointOutKeys(container: Container): Promise<void> {
  const pointedOut = container.workspaceMemory.get<string[]>(POINTED_OUT, []);
  const inUse = (await container.accounts.current().catch(() => undefined))?.file;
  for (const found of await findDotenvKeys()) {
    const file = found.file.toString();
    if (pointedOut.includes(file) || file === inUse) continue;
    pointedOut.push(file);
    await container.workspaceMemory.update(POINTED_OUT, pointedOut);
    const use = l10n.t('Use It Here');
    const choice = await window.showInformationMessage(
      l10n.t(
        '{0} holds a CAS Parser key. Keys in files get into repositories and backups; here it can stay in the secret storage.',
        plainText(workspace.asRelativePath(found.file)),
      ),
      use,
    );
    if (choice === use) await useFoundKey(container, found).catch(() => undefined);
    else await offerGitIgnore(found.file);
  }
}
