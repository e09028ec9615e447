import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Check } from '../../portfolio/checks/check.ts';
import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import type { Position } from '../../portfolio/positions.ts';

const Context = createContext<CheckSummary | null>(null);

export const ChecksProvider = Context.Provider;

/** The checks of one position, differences first; none until they are made. */
export function useChecksOf(position: Position): readonly Check[] {
  const summary = useContext(Context);
  return (summary?.inOrder ?? []).filter(
    ({ subject }) => subject.of === 'position' && subject.position === position,
  );
}
