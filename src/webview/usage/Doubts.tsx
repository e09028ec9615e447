import { summaryFeaturesTotal } from '../../usage/byFeature.ts';
import {
  MOST_LISTED,
  type UsageReport,
  type UsageRequest,
  isCutOff,
  listGaps,
  oldestListed,
} from '../../usage/report.ts';
import { sameTotals, summaryTotals, totalsOf } from '../../usage/totals.ts';
import { Section } from '../pieces/Section.tsx';
import { counted, t } from '../words.ts';
import { totalsText } from './amountText.ts';
import { momentText } from './zone.ts';

interface DoubtsProps {
  readonly report: UsageReport;
  readonly outside: readonly UsageRequest[];
}

/** Where the service's own figures disagree or are incomplete, with both figures in a sentence. */
export function Doubts({ report, outside }: DoubtsProps) {
  const doubts = [
    listDoubt(report),
    summaryDoubt(report),
    outsideDoubt(outside),
    ...gapDoubts(report),
  ].filter((doubt) => doubt !== undefined);
  if (doubts.length === 0) return null;
  return (
    <Section title={t('About these figures')} className="differences">
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </Section>
  );
}

function listDoubt(report: UsageReport): string | undefined {
  const listed = totalsOf(report.requests);
  const summary = summaryTotals(report);
  const oldest = oldestListed(report.requests);
  if (isCutOff(report) && oldest !== undefined)
    return t(
      'The list of requests is cut off: the service lists {0} at most. It begins on {1} and comes to {2}; the totals and the table by feature come from the service’s summary, which says {3}.',
      MOST_LISTED,
      momentText(oldest),
      totalsText(listed),
      totalsText(summary),
    );
  if (sameTotals(listed, summary)) return undefined;
  return t(
    'The listed requests come to {0}; the service’s summary says {1}.',
    totalsText(listed),
    totalsText(summary),
  );
}

function summaryDoubt(report: UsageReport): string | undefined {
  const features = summaryFeaturesTotal(report);
  const total = summaryTotals(report);
  if (sameTotals(features, total)) return undefined;
  return t(
    'The features of the service’s summary come to {0}; its total says {1}.',
    totalsText(features),
    totalsText(total),
  );
}

function outsideDoubt(outside: readonly UsageRequest[]): string | undefined {
  if (outside.length === 0) return undefined;
  return t(
    'The list holds {0} from outside this period; no day shows them.',
    totalsText(totalsOf(outside)),
  );
}

function gapDoubts(report: UsageReport): string[] {
  const { leftOut, withoutCredits, withoutTime } = listGaps(report);
  return [
    leftOut > 0 &&
      counted(
        leftOut,
        '1 entry of the list makes no sense and is left out.',
        '{0} entries of the list make no sense and are left out.',
      ),
    withoutCredits > 0 &&
      counted(
        withoutCredits,
        '1 listed request does not say what it cost, and is in no sum.',
        '{0} listed requests do not say what they cost, and are in no sum.',
      ),
    withoutTime > 0 &&
      counted(
        withoutTime,
        '1 listed request does not say when it was made, and is in no day.',
        '{0} listed requests do not say when they were made, and are in no day.',
      ),
  ].filter((doubt) => doubt !== false);
}
