import { l10n } from 'vscode';
import type { Rooms } from '../rooms.ts';
import { showFamilyPanel } from '../views/familyPanel.ts';
import { chooseSaved } from './chooseSaved.ts';
import { filesOf } from './filesOf.ts';
import { readAllSaved } from './readSaved.ts';

/**
 * Shows several saved portfolios as one: of one investor or of a family.
 * @param selection what a menu passes; what lacks to two is asked for
 */
export async function showFamily(rooms: Rooms, ...[one, all]: unknown[]): Promise<void> {
  const given = filesOf(one, all);
  const files =
    given.length >= 2
      ? given
      : await chooseSaved({
          title: l10n.t('Show as One Portfolio'),
          given,
          tooFew: l10n.t('This takes two saved portfolios (*.cas.json); save them first.'),
        });
  if (files.length < 2) return;
  const [first, ...others] = await readAllSaved(files);
  if (first) showFamilyPanel(rooms, [first, ...others]);
}
