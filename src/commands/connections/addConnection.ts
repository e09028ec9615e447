import { l10n, window } from 'vscode';
import type { Container } from '../../container.ts';
import { connectionKinds } from './connectionKinds.ts';

/** Signs in to one of the systems. @returns whether a connection was added @throws AppError */
export async function addConnection(container: Container): Promise<boolean> {
  const kind = await window.showQuickPick(connectionKinds(), {
    title: l10n.t('Add Connection'),
    placeHolder: l10n.t('What do you want to sign in to?'),
    ignoreFocusOut: true,
  });
  return kind ? kind.add(container) : false;
}
