import type { Decimal } from '../../portfolio/decimal.ts';
import type { ShowSign } from '../../portfolio/format.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { useShown } from '../state/ShownContext.ts';
import { Dash, NotStated } from './NotStated.tsx';

interface FigureProps {
  readonly value: Decimal | null;
  /** In a table: an absent figure is a dash. */
  readonly dense?: boolean;
}

export function Rupees({ value, dense, sign }: FigureProps & { readonly sign?: ShowSign }) {
  return (
    <Figure value={value} dense={dense} format={(shown, known) => shown.rupees(known, sign)} />
  );
}

interface ColumnFigureProps extends FigureProps {
  /** How many decimals at least, so that a column lines up. */
  readonly decimals?: number;
}

export function Percent(props: ColumnFigureProps & { readonly sign?: ShowSign }) {
  const { value, dense, decimals, sign } = props;
  const format = (shown: DisplayFormatter, known: Decimal) => shown.percent(known, decimals, sign);
  return <Figure value={value} dense={dense} format={format} />;
}

export function Units(props: ColumnFigureProps & { readonly sign?: ShowSign }) {
  const { value, dense, decimals, sign } = props;
  const format = (shown: DisplayFormatter, known: Decimal) => shown.units(known, decimals, sign);
  return <Figure value={value} dense={dense} format={format} />;
}

export function Nav({ value, dense, decimals }: ColumnFigureProps) {
  return (
    <Figure value={value} dense={dense} format={(shown, known) => shown.nav(known, decimals)} />
  );
}

/** How many of something. */
export function Count({ value, dense }: FigureProps) {
  return <Figure value={value} dense={dense} format={(shown, known) => shown.count(known)} />;
}

/** A gain or loss: its sign says which, the colour only repeats it. */
export function Gain(props: FigureProps & { readonly of: 'rupees' | 'percent' }) {
  const { value, dense = false, of } = props;
  const tone = { '-1': 'loss', 0: 'even', 1: 'gain' }[value?.sign ?? 0];
  return (
    <span class={tone}>
      {of === 'rupees' ? (
        <Rupees value={value} dense={dense} sign="always" />
      ) : (
        <Percent value={value} dense={dense} sign="always" decimals={2} />
      )}
    </span>
  );
}

interface FormattedProps {
  readonly value: Decimal | null;
  readonly dense: boolean | undefined;
  readonly format: (shown: DisplayFormatter, value: Decimal) => string;
}

function Figure({ value, dense, format }: FormattedProps) {
  const shown = useShown();
  if (!value) return dense ? <Dash /> : <NotStated />;
  const text = format(shown, value);
  // An absurd number is broken over lines, not cut off.
  return <span class={text.length > 24 ? 'figure long' : 'figure'}>{text}</span>;
}
