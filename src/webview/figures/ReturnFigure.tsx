import { useMemo } from 'preact/hooks';
import { groupReturn, positionReturn } from '../../portfolio/returns/groupReturn.ts';
import type { Position } from '../../portfolio/positions.ts';
import { NO_RETURN } from '../../portfolio/returns/noReturn.ts';
import type { NoReturn, Return } from '../../portfolio/returns/return.ts';
import { Dash } from '../pieces/NotStated.tsx';
import { useShown } from '../state/ShownContext.ts';
import { counted, sentence, t } from '../words.ts';
import { useReturnsOfSchemes } from './Returns.ts';
import { daysText, returnHint } from './returnText.ts';

/** The return of a position in a table. */
export function ReturnCell({ position }: { readonly position: Position }) {
  const schemes = useReturnsOfSchemes();
  const result = schemes && positionReturn(position, schemes);
  if (result?.kind === 'none') return <Dash words={noReturn(result)} />;
  return <ReturnFigure result={result} />;
}

/** The return of a group in a table, where each of its positions has one. */
export function GroupReturnCell({ positions }: { readonly positions: readonly Position[] }) {
  const schemes = useReturnsOfSchemes();
  const group = useMemo(() => schemes && groupReturn(positions, schemes), [positions, schemes]);
  if (!group || group.missing === 0)
    return group?.result.kind === 'none' ? (
      <Dash words={noReturn(group.result)} />
    ) : (
      <ReturnFigure result={group?.result ?? null} />
    );
  const lacking = counted(
    group.missing,
    '1 of the holdings has no return of its own',
    '{0} of the holdings have no return of their own',
  );
  return <Dash words={t('cannot be computed: {0}', lacking)} />;
}

/** A return, or why there is none; null while it is still being reckoned. */
export function ReturnFigure({ result }: { readonly result: Return | null }) {
  const shown = useShown();
  if (!result) return <span class="absent">…</span>;
  if (result.kind === 'none') return <span class="absent">{noReturn(result)}</span>;
  const percent = <span class="figure">{shown.percent(result.percent, 2)}</span>;
  // A narrow page breaks between the figure and its days.
  return (
    <span class="return" title={returnHint(result, shown)}>
      {result.kind === 'yearly' ? percent : sentence('{0} in {1}', percent, daysText(result.days))}
    </span>
  );
}

/** No statement prints a return, so none lacks it. */
function noReturn({ reason }: NoReturn): string {
  return t('cannot be computed: {0}', t(NO_RETURN[reason]));
}
