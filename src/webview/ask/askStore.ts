import { useEffect, useState } from 'preact/hooks';
import type { AskState } from '../../views/ask/askMessages.ts';

// Beside the page's own state: while an answer streams in, only the box for questions is drawn again.
let current: AskState | null = null;
const listeners = new Set<(ask: AskState | null) => void>();

/** How the box for questions stands from now on. */
export function setAsk(ask: AskState | null): void {
  current = ask;
  for (const listener of listeners) listener(ask);
}

/** Null when there is no service to ask. */
export function useAsk(): AskState | null {
  const [ask, change] = useState(current);
  useEffect(() => {
    change(current);
    listeners.add(change);
    return () => void listeners.delete(change);
  }, []);
  return ask;
}
