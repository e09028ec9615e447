import { type Uri, commands, l10n, window } from 'vscode';
import { PORTFOLIO_EDITOR } from '../views/portfolioEditorType.ts';
import { filesOf } from './filesOf.ts';

/** Opens a saved portfolio. @param node what a menu passes; without it the person is asked for a file */
export async function openPortfolio(node: unknown): Promise<void> {
  const [given] = filesOf(node, undefined);
  const file = given ?? (await chooseFile());
  if (file) await commands.executeCommand('vscode.openWith', file, PORTFOLIO_EDITOR);
}

async function chooseFile(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Choose a Saved Portfolio'),
    filters: { [l10n.t('Portfolio (*.cas.json)')]: ['json'] },
  });
  return chosen?.[0];
}
