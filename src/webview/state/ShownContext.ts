import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Shown } from '../../portfolio/shown.ts';

const Context = createContext(new Shown(false));

export const ShownProvider = Context.Provider;

/** Turns figures and names into text, or hides them; nothing on the page does so in another way. */
export function useShown(): Shown {
  return useContext(Context);
}
