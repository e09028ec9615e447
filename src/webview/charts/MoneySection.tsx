import { useMemo } from 'preact/hooks';
import { isoDay } from '../../portfolio/days.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { moneyOverTime } from '../../portfolio/returns/moneyOverTime.ts';
import type { MoneyOverTime } from '../../portfolio/returns/moneyOverTime.ts';
import type { Returns } from '../figures/useReturns.ts';
import { Day } from '../pieces/Day.tsx';
import { Rupees } from '../pieces/Figure.tsx';
import { FigureHead } from '../pieces/FigureCell.tsx';
import { Section } from '../pieces/Section.tsx';
import { counted, sentence, t } from '../words.ts';
import { MoneyChart } from './MoneyChart.tsx';

interface MoneySectionProps {
  readonly portfolio: Portfolio;
  /** Not drawn before these are there: the page answers first. */
  readonly returns: Returns | null;
}

/** How the money went in and out. What it was worth in between no statement says, so only the end has a value. */
export function MoneySection({ portfolio, returns }: MoneySectionProps) {
  const money = useMemo(() => (returns ? moneyOverTime(portfolio) : null), [portfolio, returns]);
  const [first] = money?.points ?? [];
  const last = money?.points.at(-1);
  if (!returns || !money || !first || !last) return null;
  return (
    <Section title={t('Money put in, and its value at the end')} className="money">
      <MoneyChart
        points={money.points}
        end={portfolio.statement.to}
        value={returns.portfolio.closingValue}
      />
      <p class="note money-ends">
        <span>
          <Day date={isoDay(first.day)} /> <Rupees value={first.net} />
        </span>
        <span>
          <Day date={portfolio.statement.to} /> <Rupees value={last.net} />
        </span>
      </p>
      <p class="note money-key">
        <span>
          <Key of="put-in" /> {t('left in: all that was ever put in, less what was taken out')}
        </span>
        <span>
          <Key of="worth" />{' '}
          {sentence('worth {0}', <Rupees value={returns.portfolio.closingValue} />)}
        </span>
        {money.leftOut > 0 && <span>{leftOut(money)}</span>}
      </p>
      <details>
        <summary>{t('By year')}</summary>
        <YearTable years={money.years} />
      </details>
    </Section>
  );
}

/** How it is drawn. */
function Key({ of }: { readonly of: 'put-in' | 'worth' }) {
  return (
    <svg class="key" viewBox="0 0 12 12" aria-hidden="true">
      <path class={of} d={of === 'worth' ? 'M6 0V12' : 'M0 6H12'} />
    </svg>
  );
}

function leftOut({ leftOut: count }: MoneyOverTime): string {
  return counted(
    count,
    '1 scheme without its whole history is not in it',
    '{0} schemes without their whole history are not in it',
  );
}

function YearTable({ years }: Pick<MoneyOverTime, 'years'>) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('Year')}</th>
          <FigureHead label={t('Put in')} />
          <FigureHead label={t('Taken out')} />
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, putIn, takenOut }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td class="number">
              <Rupees value={putIn} />
            </td>
            <td class="number">
              <Rupees value={takenOut} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
