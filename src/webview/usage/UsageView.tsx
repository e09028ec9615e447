import { useEffect } from 'preact/hooks';
import { periodAgain, periodOf } from '../../usage/period.ts';
import type { ShowUsageMessage } from '../../views/usageMessages.ts';
import { t } from '../words.ts';
import { Figures } from './Figures.tsx';
import { Masthead } from './Masthead.tsx';
import { Problem } from './Problem.tsx';
import { CreditsLeft } from './credits/CreditsLeft.tsx';
import { send } from './host.ts';
import { PeriodPicker } from './period/PeriodPicker.tsx';
import { timeZone } from './zone.ts';

/** The whole page: what is left, then what it was used for. */
export function UsageView({ shown }: { readonly shown: ShowUsageMessage }) {
  const { account, asked, credits, figures, loading, problem } = shown;
  const unasked = account !== undefined && asked === undefined;
  useEffect(() => {
    if (unasked) send({ type: 'load', period: periodOf('days30', Date.now(), timeZone) });
  }, [unasked, account?.id]);
  const askAgain = () => {
    const period = asked
      ? periodAgain(asked, Date.now(), timeZone)
      : periodOf('days30', Date.now(), timeZone);
    send({ type: 'load', period });
  };
  if (!account)
    return (
      <>
        <Masthead shown={shown} onRefresh={askAgain} />
        <p class="empty">{t('Nobody is signed in, so there is no usage to show.')}</p>
      </>
    );
  return (
    <>
      <Masthead shown={shown} onRefresh={askAgain} />
      {problem !== undefined && (
        <Problem sentence={problem} figures={figures} onTryAgain={askAgain} />
      )}
      <CreditsLeft credits={credits} figures={figures} />
      <PeriodPicker asked={asked} loading={loading} />
      {figures && (
        <div class="answered" aria-busy={loading}>
          <Figures figures={figures} />
        </div>
      )}
    </>
  );
}
