import { overlapsByThing } from '../../portfolio/family/overlaps.ts';
import type { ReadFamily } from '../model/useFamily.ts';
import { countNote, holdingTabs } from '../top/tabEntries.ts';
import type { TabEntry } from '../top/Tabs.tsx';
import { t } from '../words.ts';
import type { FamilyChecks } from './useFamilyChecks.ts';

/** The tabs of several statements, and how much is behind each. */
export function familyTabs(
  { family, counted }: ReadFamily,
  checks: FamilyChecks | null,
): TabEntry[] {
  const { overlaps, possibleOverlaps, missingLater, statements } = family;
  const things = overlapsByThing(overlaps).length;
  const found = things + possibleOverlaps.length + missingLater.length;
  return [
    ...holdingTabs(counted.positions),
    { tab: 'overlaps', name: t('Overlaps'), note: countNote(found) },
    {
      tab: 'checks',
      name: t('Checks'),
      ...(checks
        ? { note: `${countNote(checks.all.agreeing)} / ${countNote(checks.all.compared)}` }
        : {}),
    },
    { tab: 'statements', name: t('Statements'), note: countNote(statements.length) },
  ];
}
