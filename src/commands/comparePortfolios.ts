import { l10n } from 'vscode';
import type { Rooms } from '../rooms.ts';
import { showComparison } from '../views/comparePanel.ts';
import { chooseSaved } from './chooseSaved.ts';
import { filesOf } from './filesOf.ts';
import { readAllSaved } from './readSaved.ts';

/**
 * Compares two or more saved portfolios.
 * @param selection what a menu passes; what lacks to two is asked for
 */
export async function comparePortfolios(rooms: Rooms, ...[one, all]: unknown[]): Promise<void> {
  const given = filesOf(one, all);
  const files =
    given.length >= 2
      ? given
      : await chooseSaved({
          title: l10n.t('Compare Portfolios'),
          given,
          tooFew: l10n.t('Comparing takes two saved portfolios (*.cas.json); save them first.'),
        });
  if (files.length < 2) return;
  const portfolios = await readAllSaved(files);
  if (portfolios.length > 0) showComparison(rooms, portfolios);
}
