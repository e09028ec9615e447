import type { Position } from '../../portfolio/positions.ts';
import type { ChangeView } from '../state/useViewState.ts';
import { NpsFundSheet } from './NpsFundSheet.tsx';
import { PolicySheet } from './PolicySheet.tsx';
import { SchemeSheet } from './SchemeSheet.tsx';
import { SecuritySheet } from './SecuritySheet.tsx';

interface OpenedPositionProps {
  readonly position: Position;
  readonly change: ChangeView;
}

/** Everything the statement says about a position. */
export function OpenedPosition({ position, change }: OpenedPositionProps) {
  const { source } = position;
  switch (source.of) {
    case 'scheme':
      return <SchemeSheet position={position} scheme={source.scheme} change={change} />;
    case 'security':
      return <SecuritySheet position={position} security={source.security} change={change} />;
    case 'nps-fund':
      return <NpsFundSheet fund={source.fund} />;
    case 'policy':
      return <PolicySheet policy={source.policy} />;
  }
}
