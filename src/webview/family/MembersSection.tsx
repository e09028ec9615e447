import type { Family } from '../../portfolio/family/family.ts';
import { percentOf } from '../../portfolio/percent.ts';
import { Percent, Rupees } from '../pieces/Figure.tsx';
import { FigureHead } from '../pieces/FigureCell.tsx';
import { Section } from '../pieces/Section.tsx';
import { Personal } from '../pieces/Text.tsx';
import { t } from '../words.ts';

/** What of the total belongs to whose statements. */
export function MembersSection({ family }: { readonly family: Family }) {
  const { members, totals } = family;
  if (members.length < 2) return null;
  return (
    <Section title={t('By investor')} className="members">
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">{t('Investor')}</th>
            <FigureHead label={t('Value')} />
            <FigureHead label={t('Share')} />
          </tr>
        </thead>
        <tbody>
          {members.map(({ investor: { name } }, index) => {
            const value = totals.byMember[index] ?? null;
            return (
              <tr key={index}>
                <th scope="row">
                  {name === null ? t('Investor not stated') : <Personal>{name}</Personal>}
                </th>
                <td class="number">
                  <Rupees value={value} />
                </td>
                <td class="number">
                  <Percent value={value && percentOf(value, totals.total, 1)} decimals={1} dense />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
