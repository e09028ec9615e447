import { useMemo } from 'preact/hooks';
import { usageByDay } from '../../usage/byDay.ts';
import { usageByFeature } from '../../usage/byFeature.ts';
import type { UsageFigures } from '../../views/usageMessages.ts';
import { Section } from '../pieces/Section.tsx';
import { t } from '../words.ts';
import { Doubts } from './Doubts.tsx';
import { FeatureTable } from './FeatureTable.tsx';
import { PeriodTotals } from './PeriodTotals.tsx';
import { DaysSection } from './days/DaysSection.tsx';
import { RequestTable } from './requests/RequestTable.tsx';
import { timeZone } from './zone.ts';

/** The usage of one period: in total, by day, by feature, and request by request. */
export function Figures({ figures }: { readonly figures: UsageFigures }) {
  const { report, period } = figures;
  const { byDay, byFeature } = useMemo(
    () => ({
      byDay: usageByDay(report, period, timeZone),
      byFeature: usageByFeature(report),
    }),
    [report, period],
  );
  return (
    <>
      <PeriodTotals figures={figures} />
      <Doubts report={report} outside={byDay.outside} />
      {report.requests.length > 0 && <DaysSection usage={byDay} />}
      {byFeature.length > 0 && <FeatureTable report={report} features={byFeature} />}
      {report.requests.length > 0 && (
        <Section title={t('Latest requests')}>
          <RequestTable key={figures.askedAt} requests={report.requests} />
        </Section>
      )}
    </>
  );
}
