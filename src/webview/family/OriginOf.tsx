import type { Position } from '../../portfolio/positions.ts';
import { Personal } from '../pieces/Text.tsx';
import { statementName } from './statementName.ts';

/** Whose a position is and which statement lists it; nothing where there is one statement only. */
export function OriginOf({ position: { origin } }: { readonly position: Position }) {
  if (!origin) return null;
  const { name } = origin.investor;
  return (
    <span class="origin">
      {name !== null && (
        <>
          <Personal>{name}</Personal>,{' '}
        </>
      )}
      {statementName(origin.printed)}
    </span>
  );
}
