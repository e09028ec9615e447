import type { Position } from '../../portfolio/positions.ts';
import { useChecksOf } from '../checks/ChecksContext.ts';
import { CheckLine } from '../checks/CheckLine.tsx';

/** The checks of a position that this statement allows. */
export function PositionChecks({ position }: { readonly position: Position }) {
  const checks = useChecksOf(position).filter(({ outcome }) => outcome !== 'not-in-statement');
  if (checks.length === 0) return null;
  return (
    <ul class="checks">
      {checks.map((check, index) => (
        <CheckLine key={index} check={check} />
      ))}
    </ul>
  );
}
