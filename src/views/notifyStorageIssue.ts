import { commands, l10n, window } from 'vscode';
import type { StorageIssue } from '../statements/storage/storageIssue.ts';

/** Tells once per window what keeps parsed statements from being kept; nothing of it stops anything. */
export function notifyStorageIssue(
  log: (trouble: StorageIssue) => void,
): (trouble: StorageIssue) => void {
  const told = new Set<StorageIssue['kind']>();
  return (trouble) => {
    log(trouble);
    if (told.has(trouble.kind)) return;
    told.add(trouble.kind);
    void tell(trouble);
  };
}

async function tell(trouble: StorageIssue): Promise<void> {
  const showLog = l10n.t('Show Log');
  const choice = await window.showWarningMessage(sentence(trouble), showLog);
  if (choice === showLog) await commands.executeCommand('casParser.showLog');
}

function sentence({ kind, code = '' }: StorageIssue): string {
  switch (kind) {
    case 'corrupt':
      return l10n.t(
        'A parsed statement that was kept on this computer is damaged; it was set aside, and parsing it again costs a credit.',
      );
    case 'storageFull':
      return l10n.t(
        'The disk is full, so parsed statements are not kept on this computer; save what you need, and free some space.',
      );
    case 'storageFailed':
      return l10n.t(
        'The storage of this computer fails ({0}), so parsed statements are not kept; save what you need.',
        code,
      );
    case 'secretsLocked':
      return code === 'keyMissing'
        ? l10n.t(
            'Parsed statements on this computer are kept under a key that this secret storage does not have: that of another browser, or one that is gone. They stay where they are.',
          )
        : l10n.t(
            'The secret storage of this computer does not answer, so parsed statements can be neither opened nor kept for now.',
          );
  }
}
