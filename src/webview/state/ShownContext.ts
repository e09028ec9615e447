import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { DisplayFormatter } from '../../portfolio/displayFormatter.ts';

const Context = createContext(new DisplayFormatter(false));

export const ShownProvider = Context.Provider;

/** Turns figures and names into text, or hides them; nothing on the page does so in another way. */
export function useShown(): DisplayFormatter {
  return useContext(Context);
}
