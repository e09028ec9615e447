import { l10n } from 'vscode';
import type { Container } from '../container.ts';
import { showComparison } from '../views/comparePanel.ts';
import { readSelection } from './readSelection.ts';

/** Compares two or more saved portfolios. */
export async function comparePortfolios(
  container: Container,
  ...selection: unknown[]
): Promise<void> {
  const portfolios = await readSelection(selection, {
    title: l10n.t('Compare Portfolios'),
    tooFew: l10n.t('Comparing takes two saved portfolios (*.cas.json); save them first.'),
  });
  if (portfolios.length > 0) showComparison(container, portfolios);
}
