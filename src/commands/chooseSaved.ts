import { type Uri, l10n, window, workspace } from 'vscode';
import { SAVED_ENDING } from '../portfolio/savedPortfolio.ts';

interface Asking {
  readonly title: string;
  /** Chosen already. */
  readonly given: readonly Uri[];
  /** Told when the workspace has less than two. */
  readonly tooFew: string;
}

const MOST_FILES = 500;

/** Asks for two or more of the workspace's saved portfolios. @returns none when there are too few, or nothing is chosen */
export async function chooseSaved({ title, given, tooFew }: Asking): Promise<readonly Uri[]> {
  const found = await workspace.findFiles(`**/*${SAVED_ENDING}`, undefined, MOST_FILES);
  const picked = new Set(given.map((uri) => uri.toString()));
  const items = found
    .map((file) => ({
      label: workspace.asRelativePath(file),
      file,
      picked: picked.has(file.toString()),
    }))
    .sort((one, other) => one.label.localeCompare(other.label));
  if (items.length < 2) {
    void window.showInformationMessage(tooFew);
    return [];
  }
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title,
    placeHolder: l10n.t('Choose two or more'),
  });
  return (chosen ?? []).map(({ file }) => file);
}
