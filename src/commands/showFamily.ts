import { l10n } from 'vscode';
import type { Container } from '../container.ts';
import { showFamilyPanel } from '../views/familyPanel.ts';
import { readSelection } from './readSelection.ts';

/** Shows several saved portfolios as one: of one investor or of a family. */
export async function showFamily(container: Container, ...selection: unknown[]): Promise<void> {
  const [first, ...others] = await readSelection(selection, {
    title: l10n.t('Show as One Portfolio'),
    tooFew: l10n.t('This takes two saved portfolios (*.cas.json); save them first.'),
  });
  if (first) showFamilyPanel(container, [first, ...others]);
}
