import type { Summary, SummaryLine } from '../../portfolio/model.ts';
import { FigureHead } from '../pieces/FigureCell.tsx';
import { Count, Rupees } from '../pieces/Figure.tsx';
import { Section } from '../pieces/Section.tsx';
import { t } from '../words.ts';

/** What the statement's own summary prints, unchanged. */
export function SummarySection({ summary }: { readonly summary: Summary }) {
  const lines: readonly [string, SummaryLine][] = [
    [t('Demat accounts'), summary.demat],
    [t('Mutual fund folios'), summary.folios],
    [t('NPS accounts'), summary.nps],
    [t('Insurance policies'), summary.insurance],
  ];
  const printed = lines.filter(([, { count, value }]) => count !== null || value !== null);
  if (printed.length === 0) return null;
  return (
    <Section title={t('Summary as printed')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Accounts')}</th>
            <FigureHead label={t('Count')} />
            <FigureHead label={t('Value')} />
          </tr>
        </thead>
        <tbody>
          {printed.map(([name, { count, value }]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">
                <Count value={count} dense />
              </td>
              <td class="number">
                <Rupees value={value} dense />
              </td>
            </tr>
          ))}
        </tbody>
        {summary.totalValue && (
          <tfoot>
            <tr>
              <th scope="row">{t('Total')}</th>
              <td />
              <td class="number">
                <Rupees value={summary.totalValue} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </Section>
  );
}
