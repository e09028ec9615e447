import type { Position } from '../../portfolio/positions.ts';
import { Dash } from '../pieces/NotStated.tsx';
import { useShown } from '../state/ShownContext.ts';
import { t } from '../words.ts';
import { percentOfRate } from '../../portfolio/returns/percentOfRate.ts';
import { useRates } from './Rates.ts';
import type { Rate } from './Rates.ts';

/** XIRR of a position in a table. */
export function RateCell({ position }: { readonly position: Position }) {
  const rates = useRates();
  if (rates === null) return <span class="absent">…</span>;
  const rate = rates.get(position);
  if (!rate) return <Dash />;
  return 'why' in rate ? <Dash words={noRate(rate.why)} /> : <RateFigure rate={rate} />;
}

/** XIRR, or why there is none. */
export function RateFigure({ rate }: { readonly rate: Rate | undefined }) {
  const shown = useShown();
  if (!rate) return <span class="absent">…</span>;
  if ('why' in rate) return <span class="absent">{noRate(rate.why)}</span>;
  const percent = percentOfRate(rate.rate);
  if (!percent) return <span class="absent">{t('beyond any rate')}</span>;
  return <span class="figure">{shown.percent(percent, 2)}</span>;
}

/** No statement prints a rate, so none lacks it. */
function noRate(why: string): string {
  return t('cannot be computed: {0}', why);
}
