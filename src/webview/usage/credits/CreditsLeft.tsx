import type { ComponentChildren } from 'preact';
import { forecast, resetDay } from '../../../usage/forecast.ts';
import { formatCredits, hundredths } from '../../../usage/hundredths.ts';
import { paceOf } from '../../../usage/pace.ts';
import type { UsageCredits, UsageFigures } from '../../../views/usageMessages.ts';
import { Text } from '../../pieces/Text.tsx';
import { counted, t } from '../../words.ts';
import { dayText, timeZone } from '../zone.ts';
import { forecastText } from './forecastText.ts';

interface CreditsLeftProps {
  readonly credits: UsageCredits | undefined;
  readonly figures: UsageFigures | undefined;
}

/** The answer first: what is left, of how much, until when, and whether it lasts. */
export function CreditsLeft({ credits, figures }: CreditsLeftProps) {
  const { remaining, used, limit, resetsAt } = credits ?? {};
  const unlimited = remaining === null;
  const now = figures?.askedAt ?? 0;
  const pace = figures && paceOf(figures.recent, now, timeZone);
  const ahead = figures && forecast({ remaining, resetsAt }, pace, now, timeZone);
  return (
    <dl class="glance">
      <Tile name={t('Credits left')} main note={ahead && forecastText(ahead)}>
        {unlimited ? t('Unlimited') : <CreditsFigure credits={remaining} />}
      </Tile>
      <Tile
        name={t('Used since the last reset')}
        note={limit !== undefined && !unlimited && t('of {0}', formatCredits(hundredths(limit)))}
      >
        <CreditsFigure credits={used} />
      </Tile>
      <Tile name={t('Reset')}>
        <ResetDay resetsAt={resetsAt} unlimited={unlimited} />
      </Tile>
      <Tile
        name={t('Pace')}
        note={pace && counted(pace.days, 'credits a day, today', 'credits a day, over {0} days')}
      >
        {pace ? formatCredits(Math.round(pace.credits / pace.days)) : <Unknown />}
      </Tile>
    </dl>
  );
}

interface TileProps {
  readonly name: string;
  readonly note?: ComponentChildren;
  /** The largest figure of the page. */
  readonly main?: boolean;
  readonly children: ComponentChildren;
}

function Tile({ name, note, main, children }: TileProps) {
  return (
    <div class={main ? 'main' : ''}>
      <dt>{name}</dt>
      <dd>
        <span class="answer">{children}</span>
        {Boolean(note) && <span class="note">{note}</span>}
      </dd>
    </div>
  );
}

function CreditsFigure({ credits }: { readonly credits: number | undefined }) {
  return credits === undefined ? <Unknown /> : <>{formatCredits(hundredths(credits))}</>;
}

function ResetDay({
  resetsAt,
  unlimited,
}: {
  readonly resetsAt: string | undefined;
  readonly unlimited: boolean;
}) {
  const day = resetDay(resetsAt);
  if (day !== undefined) return <>{dayText(day)}</>;
  // Whatever the service wrote there, it is shown rather than left out.
  if (resetsAt !== undefined) return <Text>{resetsAt}</Text>;
  return unlimited ? <span class="absent">{t('none')}</span> : <Unknown />;
}

/** The service did not say, or was not asked. It is not zero. */
function Unknown() {
  return <span class="absent">{t('not known')}</span>;
}
