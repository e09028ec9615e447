import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Portfolio } from '../../portfolio/model.ts';
import { personalSweeper } from '../../portfolio/personal.ts';
import { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { ShownProvider, useShown } from './ShownContext.ts';

interface MaskedForProps {
  readonly statements: readonly Portfolio[];
  readonly children: ComponentChildren;
}

/** Where the page is masked, hides in every text inside what these statements say of persons. */
export function MaskedFor({ statements, children }: MaskedForProps) {
  const shown = useShown();
  const own = useMemo(
    () => (shown.masked ? new DisplayFormatter(true, true, personalSweeper(statements)) : shown),
    [shown, statements],
  );
  return <ShownProvider value={own}>{children}</ShownProvider>;
}
