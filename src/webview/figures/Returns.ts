import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReturnsOfSchemes } from '../../portfolio/returns/groupReturn.ts';

/** Null while they are still being reckoned. */
const Context = createContext<ReturnsOfSchemes | null>(null);

export const ReturnsProvider = Context.Provider;

/** The returns of the schemes on the page. */
export function useReturnsOfSchemes(): ReturnsOfSchemes | null {
  return useContext(Context);
}
