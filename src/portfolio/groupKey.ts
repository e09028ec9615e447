import type { Position } from './positions.ts';

/** What positions of a statement are grouped by. */
export type PositionGroupedBy = 'account' | 'issuer' | 'class';

/** Tells whether two positions belong together; never shown. */
export function groupKey(position: Position, by: PositionGroupedBy): string {
  switch (by) {
    case 'account':
      return position.account.key;
    case 'issuer':
      return (position.issuer ?? '').trim().toLowerCase();
    case 'class':
      return position.kind;
  }
}
