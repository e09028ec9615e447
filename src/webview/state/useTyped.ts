import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Typed } from '../../views/messages.ts';
import { send } from '../host.ts';

const NOTHING: Typed = { holdings: '', transactions: '' };
/** Long enough not to tell every letter. */
const SETTLED_MS = 300;

/**
 * What is typed into the filters. It may name a person, so it is in no state that VS Code keeps: the extension remembers it while the
 * page is hidden, and forgets it with the tab.
 */
export function useTyped(
  before: Typed | undefined,
): readonly [Typed, (part: Partial<Typed>) => void] {
  const [typed, setTyped] = useState(before ?? NOTHING);
  const change = useCallback(
    (part: Partial<Typed>) => setTyped((previous) => ({ ...previous, ...part })),
    [],
  );
  useEffect(() => {
    const settled = setTimeout(() => send({ type: 'typed', typed }), SETTLED_MS);
    return () => clearTimeout(settled);
  }, [typed]);
  return [typed, change];
}
