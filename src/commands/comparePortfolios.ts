import { Uri, l10n, window, workspace } from 'vscode';
import type { Rooms } from '../rooms.ts';
import type { ComparedPortfolio } from '../views/compareMessages.ts';
import { showComparison } from '../views/comparePanel.ts';
import { fileName } from '../views/fileName.ts';
import { plainText } from '../views/plainText.ts';
import { LARGEST_BYTES } from '../views/portfolioEditor.ts';
import { SAVED_ENDING } from '../views/savedPortfolio.ts';

/**
 * Compares two or more saved portfolios.
 * @param selection what a menu passes: the file under the pointer, then all that are selected; what lacks to two is asked for
 */
export async function comparePortfolios(
  rooms: Rooms,
  extensionUri: Uri,
  ...[one, all]: unknown[]
): Promise<void> {
  const selected = Array.isArray(all) ? all.filter((uri) => uri instanceof Uri) : [];
  const given = selected.length > 0 ? selected : one instanceof Uri ? [one] : [];
  const files = given.length >= 2 ? given : await chooseFiles(given);
  if (files.length < 2) return;
  const portfolios = await Promise.all(files.map(read));
  const readable = portfolios.flatMap((portfolio) => portfolio ?? []);
  if (readable.length === files.length) showComparison(extensionUri, rooms.mask, readable);
}

/** Asks for the saved portfolios of the workspace to compare; those that were given are chosen already. */
async function chooseFiles(given: readonly Uri[]): Promise<readonly Uri[]> {
  const found = await workspace.findFiles(`**/*${SAVED_ENDING}`, undefined, 500);
  const items = found
    .map((file) => ({
      label: workspace.asRelativePath(file),
      file,
      picked: given.some((uri) => uri.toString() === file.toString()),
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
  if (items.length < 2) {
    void window.showInformationMessage(
      l10n.t('Comparing takes two saved portfolios (*.cas.json); save them first.'),
    );
    return [];
  }
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Compare Portfolios'),
    placeHolder: l10n.t('Choose two or more'),
  });
  return (chosen ?? []).map(({ file }) => file);
}

async function read(file: Uri): Promise<ComparedPortfolio | undefined> {
  const title = fileName(file);
  try {
    const { size } = await workspace.fs.stat(file);
    if (size <= LARGEST_BYTES)
      return { title, text: new TextDecoder().decode(await workspace.fs.readFile(file)) };
    void window.showErrorMessage(l10n.t('{0} is too large for a portfolio.', plainText(title)));
  } catch {
    void window.showErrorMessage(
      l10n.t(
        '{0} cannot be read; check that it is there and that you may open it.',
        plainText(title),
      ),
    );
  }
  return undefined;
}
