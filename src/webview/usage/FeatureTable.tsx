import type { FeatureUsage } from '../../usage/byFeature.ts';
import { creditDecimals, formatCredits } from '../../usage/hundredths.ts';
import { type UsageReport, isCutOff } from '../../usage/report.ts';
import { type Totals, sameTotals, summaryTotals } from '../../usage/totals.ts';
import { FigureHead } from '../pieces/FigureCell.tsx';
import { Section } from '../pieces/Section.tsx';
import { t } from '../words.ts';
import { FeatureName } from './FeatureName.tsx';
import { countText, totalsText } from './amountText.ts';

interface FeatureTableProps {
  readonly report: UsageReport;
  readonly features: readonly FeatureUsage[];
}

/** What the credits were used for, as the service's summary has it. */
export function FeatureTable({ report, features }: FeatureTableProps) {
  const total = summaryTotals(report);
  const decimals = creditDecimals([
    total.credits,
    ...features.flatMap(({ summary, listed }) => [summary?.credits ?? 0, listed.credits]),
  ]);
  return (
    <Section title={t('By feature')}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t('Feature')}</th>
            <FigureHead label={t('Requests')} />
            <FigureHead label={t('Credits')} />
          </tr>
        </thead>
        <tbody>
          {features.map((usage) => (
            <tr key={usage.feature}>
              <th scope="row">
                <FeatureName feature={usage.feature} />
                <ListDiffers usage={usage} cutOff={isCutOff(report)} />
              </th>
              <Cells totals={usage.summary} decimals={decimals} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('Total')}</th>
            <Cells totals={total} decimals={decimals} />
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

function Cells({
  totals,
  decimals,
}: {
  readonly totals: Totals | undefined;
  readonly decimals: number;
}) {
  if (!totals)
    return (
      <td class="number absent" colSpan={2}>
        {t('not in the summary')}
      </td>
    );
  return (
    <>
      <td class="number">{countText(totals.requests)}</td>
      <td class="number">{formatCredits(totals.credits, decimals)}</td>
    </>
  );
}

/** A list that is cut off holds less for a reason that is told above; otherwise each difference is told here. */
function ListDiffers({
  usage: { summary, listed },
  cutOff,
}: {
  readonly usage: FeatureUsage;
  readonly cutOff: boolean;
}) {
  if (summary && (cutOff || sameTotals(summary, listed))) return null;
  return <span class="note">{t('in the list: {0}', totalsText(listed))}</span>;
}
