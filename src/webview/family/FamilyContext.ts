import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Portfolio } from '../../portfolio/model.ts';

const Context = createContext<readonly Portfolio[]>([]);

export const FamilyStatementsProvider = Context.Provider;

/** The statements that are shown together, in their order. */
export function useFamilyStatements(): readonly Portfolio[] {
  return useContext(Context);
}
