import type { DayUsage, UsageByDay } from '../../../usage/byDay.ts';
import { creditDecimals, formatCredits } from '../../../usage/hundredths.ts';
import { FigureCell, FigureHead } from '../../pieces/FigureCell.tsx';
import { t } from '../../words.ts';
import { countText } from '../amountText.ts';
import { dayText } from '../zone.ts';
import { seriesOf } from './series.ts';

/** The figures of the chart. */
export function DayTable({ usage }: { readonly usage: UsageByDay }) {
  const series = seriesOf(usage);
  const days = usage.days.filter(({ requests, known }) => requests > 0 || known !== 'whole');
  const decimals = creditDecimals(days.flatMap(({ credits, parts }) => [credits, ...parts]));
  return (
    <>
      <table class="by-day">
        <thead>
          <tr>
            <th scope="col">{t('Day')}</th>
            {series.map(({ look, name }) => (
              <FigureHead key={look} label={name} />
            ))}
            <FigureHead label={t('Credits')} />
            <FigureHead label={t('Requests')} />
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <th scope="row">
                {dayText(day.day)}
                {day.known === 'part' && <span class="note">{t('listed only in part')}</span>}
              </th>
              {day.known === 'nothing' ? (
                <td class="number absent" colSpan={series.length + 2}>
                  {t('not in the list')}
                </td>
              ) : (
                <>
                  {series.map(({ look, index, name }) => (
                    <Part
                      key={look}
                      label={name}
                      credits={day.parts[index] ?? 0}
                      decimals={decimals}
                    />
                  ))}
                  <FigureCell label={t('Credits')}>
                    {formatCredits(day.credits, decimals)}
                  </FigureCell>
                  <FigureCell label={t('Requests')}>{countText(day.requests)}</FigureCell>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut(usage.days, days) && <p class="note">{t('Days without a request are left out.')}</p>}
    </>
  );
}

interface PartProps {
  readonly label: string;
  /** In hundredths. */
  readonly credits: number;
  readonly decimals: number;
}

/** One feature's credits on one day; most are zero and stand back. */
function Part({ label, credits, decimals }: PartProps) {
  return (
    <FigureCell label={label}>
      <span class={credits === 0 ? 'absent' : ''}>{formatCredits(credits, decimals)}</span>
    </FigureCell>
  );
}

function leftOut(all: readonly DayUsage[], shown: readonly DayUsage[]): boolean {
  return shown.length < all.length;
}
