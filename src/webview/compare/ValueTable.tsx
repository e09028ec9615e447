import type { ValuePoint } from '../../portfolio/compare/valueLine.ts';
import { parseDay } from '../../portfolio/days.ts';
import { straightPath } from '../charts/linePath.ts';
import { Day } from '../pieces/Day.tsx';
import { Rupees } from '../pieces/Figure.tsx';
import { FigureHead } from '../pieces/FigureCell.tsx';
import { Section } from '../pieces/Section.tsx';
import { t } from '../words.ts';

const WIDTH = 800;
const HEIGHT = 110;

/** What the portfolio was worth at each statement: a line, and the same figures as a table. */
export function ValueTable({ points }: { readonly points: readonly ValuePoint[] }) {
  return (
    <Section title={t('Value over time')} className="money">
      <ValueLine points={points} />
      <p class="note money-ends">
        <Day date={points[0]?.date ?? null} />
        <Day date={points.at(-1)?.date ?? null} />
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Date')}</th>
            <FigureHead label={t('Value')} />
          </tr>
        </thead>
        <tbody>
          {points.map(({ date, value }, index) => (
            <tr key={index}>
              <th scope="row">
                <Day date={date} />
              </th>
              <td class="number">
                <Rupees value={value.value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function ValueLine({ points }: { readonly points: readonly ValuePoint[] }) {
  const drawn = points.map(({ date, value }) => ({
    day: parseDay(date) ?? 0,
    amount: Number(value.value.toString()),
  }));
  const first = drawn[0]?.day ?? 0;
  const span = Math.max(1, (drawn.at(-1)?.day ?? 0) - first);
  const most = Math.max(1, ...drawn.map(({ amount }) => amount));
  const path = straightPath(
    drawn.map(({ day, amount }) => ({
      x: ((day - first) / span) * WIDTH,
      y: HEIGHT - 2 - (Math.max(0, amount) / most) * (HEIGHT - 4),
    })),
  );
  return (
    <svg
      class="money-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
    >
      <title>{t('Value over time')}</title>
      <path class="put-in" d={path} />
    </svg>
  );
}
