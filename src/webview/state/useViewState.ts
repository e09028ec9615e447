import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { savedView, saveView } from '../host.ts';
import { FIRST_STATE } from './viewState.ts';
import type { ViewState } from './viewState.ts';

type Change = Partial<ViewState>;
export type ChangeView = (change: Change | ((before: ViewState) => Change)) => void;

/** How the page is looked at; it survives hiding, reloading and restarting. */
export function useViewState(): readonly [ViewState, ChangeView] {
  const [view, setView] = useState((): ViewState => ({ ...FIRST_STATE, ...savedView() }));
  const change = useCallback(
    (part: Change | ((before: ViewState) => Change)) =>
      setView((before) => ({
        ...before,
        ...(typeof part === 'function' ? part(before) : part),
      })),
    [],
  );
  useEffect(() => saveView(view), [view]);
  useScroll(view);
  return [view, change];
}

const SETTLED_MS = 100;

/** The place on the page is kept aside: to render for every turn of the wheel would be a waste. */
function useScroll(view: ViewState): void {
  const latest = useRef(view);
  latest.current = view;
  const restored = useRef(false);
  // The page grows while its figures are made, so one try may be too early.
  useLayoutEffect(() => {
    if (restored.current) return;
    window.scrollTo(0, view.scroll);
    restored.current = window.scrollY >= view.scroll - 1;
  });
  useEffect(() => {
    let settled = 0;
    const remember = () => saveView({ ...latest.current, scroll: window.scrollY });
    const scrolled = () => {
      restored.current = true;
      // Where the page stands is known when it is laid out, which a scroll is not to wait for.
      clearTimeout(settled);
      settled = window.setTimeout(remember, SETTLED_MS);
    };
    document.addEventListener('scrollend', scrolled);
    return () => {
      document.removeEventListener('scrollend', scrolled);
      clearTimeout(settled);
    };
  }, []);
}
