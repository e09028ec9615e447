import { parseDay } from '../../portfolio/days.ts';
import type { Decimal } from '../../portfolio/decimal.ts';
import type { MoneyPoint } from '../../portfolio/returns/moneyOverTime.ts';
import { t } from '../words.ts';
import { stepPath } from './linePath.ts';

interface MoneyChartProps {
  readonly points: readonly MoneyPoint[];
  /** The day of the value, ISO. */
  readonly end: string | null;
  readonly value: Decimal;
}

const WIDTH = 800;
const HEIGHT = 110;
/** For the bar at the end, wide enough where the drawing is narrow. */
const ROOM = 24;

/** Money put in over time as a step line, the value as a bar at the end. A drawing: floats will do, and the table has the figures. */
export function MoneyChart({ points, end, value }: MoneyChartProps) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const lastDay = Math.max(parseDay(end) ?? last.day, last.day, first.day + 1);
  const worth = Number(value.toString());
  const amounts = points.map(({ day, net }) => ({
    day,
    amount: Number(net.toString()),
  }));
  const most = Math.max(worth, ...amounts.map(({ amount }) => amount), 1);
  const least = Math.min(0, ...amounts.map(({ amount }) => amount));
  const x = (day: number) => ((day - first.day) / (lastDay - first.day)) * (WIDTH - ROOM);
  const y = (amount: number) => HEIGHT - 2 - ((amount - least) / (most - least)) * (HEIGHT - 4);
  const whole = [
    { day: first.day, amount: 0 },
    ...amounts,
    { day: lastDay, amount: amounts.at(-1)?.amount ?? 0 },
  ];
  const path = stepPath(whole.map(({ day, amount }) => ({ x: x(day), y: y(amount) })));
  return (
    <svg
      class="money-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
    >
      <title>{t('Money put in over time, and the value at the end')}</title>
      <path class="put-in" d={path} />
      <path class="worth" d={`M${WIDTH - ROOM / 2} ${y(0)} V${y(worth)}`} />
    </svg>
  );
}
