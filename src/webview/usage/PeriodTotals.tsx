import { isCutOff } from '../../usage/report.ts';
import { failedTotals, summaryTotals } from '../../usage/totals.ts';
import type { UsageFigures } from '../../views/usageMessages.ts';
import { counted, t } from '../words.ts';
import { creditsText } from './amountText.ts';
import { dayText } from './zone.ts';

/** What the service's summary says in total, and how many of the requests failed. */
export function PeriodTotals({ figures }: { readonly figures: UsageFigures }) {
  const { period, report } = figures;
  const { credits, requests } = summaryTotals(report);
  const failed = failedTotals(report.requests);
  const days = t('{0} – {1}', dayText(period.firstDay), dayText(period.lastDay));
  if (requests === 0 && report.requests.length === 0)
    return (
      <section class="totals">
        <h2>{days}</h2>
        <p>{t('No requests in this period.')}</p>
      </section>
    );
  return (
    <section class="totals">
      <h2>{days}</h2>
      <p>
        <strong>{creditsText(credits)}</strong>{' '}
        {counted(requests, 'in 1 request', 'in {0} requests')}
        {failed.requests > 0 &&
          `; ${failedText(failed.requests, failed.credits, isCutOff(report))}`}
      </p>
    </section>
  );
}

function failedText(requests: number, credits: number, cutOff: boolean): string {
  const failed = cutOff
    ? counted(requests, '1 of those listed failed', '{0} of those listed failed')
    : counted(requests, '1 failed', '{0} failed');
  return credits === 0
    ? t('{0} and cost nothing', failed)
    : t('{0} and cost {1} all the same', failed, creditsText(credits));
}
