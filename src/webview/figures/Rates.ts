import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Position } from '../../portfolio/positions.ts';

/** The yearly return of a position: a fraction, or a sentence that says why there is none. */
export type Rate = { readonly rate: number } | { readonly why: string };

/** Null while they are still being reckoned. */
export type Rates = ReadonlyMap<Position, Rate> | null;

const Context = createContext<Rates>(null);

export const RatesProvider = Context.Provider;

export function useRates(): Rates {
  return useContext(Context);
}
