import { l10n, window, workspace } from 'vscode';
import { findDotenvKeys } from '../connections/dotenvKeys.ts';
import type { Rooms } from '../rooms.ts';
import { plainText } from '../views/plainText.ts';
import { useFoundKey } from './foundKeys.ts';
import { offerGitIgnore } from './offerGitIgnore.ts';

const POINTED_OUT = 'casParser.keysPointedOut';

/** Points out a key in a file of the workspace, once for each file. */
export async function pointOutKeys(rooms: Rooms): Promise<void> {
  const pointedOut = rooms.workspaceMemory.get<string[]>(POINTED_OUT, []);
  const inUse = (await rooms.accounts.current().catch(() => undefined))?.file;
  for (const found of await findDotenvKeys()) {
    const file = found.file.toString();
    if (pointedOut.includes(file) || file === inUse) continue;
    pointedOut.push(file);
    await rooms.workspaceMemory.update(POINTED_OUT, pointedOut);
    const use = l10n.t('Use It Here');
    const choice = await window.showInformationMessage(
      l10n.t(
        '{0} holds a CAS Parser key. Keys in files get into repositories and backups; here it can stay in the secret storage.',
        plainText(workspace.asRelativePath(found.file)),
      ),
      use,
    );
    if (choice === use) await useFoundKey(rooms, found).catch(() => undefined);
    else await offerGitIgnore(found.file);
  }
}
