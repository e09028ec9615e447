import type { DisturbanceKind } from '../fixtures/statementsGenerator/disturbances/disturbance.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';

/** Disturbances after which statements of a kind are still read wrong in silence, more often than one in a thousand. */
export const notYetRight: Readonly<Record<StatementKind, readonly DisturbanceKind[]>> = {
  'cams-detailed': [],
  'kfin-detailed': [],
  'cams-summary': ['realignLabels', 'insertColumn', 'caption'],
  'kfin-summary': ['realignLabels', 'insertColumn', 'caption'],
  nsdl: ['insertColumn', 'joinRuns', 'caption'],
  cdsl: ['realignLabels', 'insertColumn', 'joinRuns', 'caption'],
};
