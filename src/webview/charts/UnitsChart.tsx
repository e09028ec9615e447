import type { Transaction } from '../../portfolio/model.ts';
import { parseDay } from '../../portfolio/days.ts';
import { Day } from '../pieces/Day.tsx';
import { t } from '../words.ts';
import { stepPath } from './linePath.ts';

const WIDTH = 400;
const HEIGHT = 64;

/** The balance of units over time, as printed. A drawing of the table below it: floats will do. */
export function UnitsChart({ transactions }: { readonly transactions: readonly Transaction[] }) {
  const points = transactions.flatMap(({ date, balance }) => {
    const day = parseDay(date);
    return day === null || !balance ? [] : [{ date, day, units: Number(balance.toString()) }];
  });
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first.day === last.day) return null;
  const most = Math.max(...points.map(({ units }) => units), Number.MIN_VALUE);
  const path = stepPath(
    points.map(({ day, units }) => ({
      x: ((day - first.day) / (last.day - first.day)) * WIDTH,
      y: HEIGHT - 2 - (Math.max(0, units) / most) * (HEIGHT - 4),
    })),
  );
  return (
    <figure class="units-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="area" d={`${path}V${HEIGHT}H0Z`} />
        <path d={path} />
      </svg>
      <figcaption class="note money-ends">
        <Day date={first.date} />
        {t('Units over time')}
        <Day date={last.date} />
      </figcaption>
    </figure>
  );
}
