import { gainsOfReturn, isNotTold } from '../../portfolio/gains/gainsOfReturn.ts';
import type { GainsOfReturn } from '../../portfolio/gains/gainsOfReturn.ts';
import type { YearOfGains } from '../../portfolio/gains/gainsByYear.ts';
import type { RealisedGain, RealisedGains } from '../../portfolio/gains/realisedGains.ts';
import type { Section } from '../../portfolio/gains/section.ts';
import { Gain, Rupees } from '../pieces/Figure.tsx';
import { FigureCell } from '../pieces/FigureCell.tsx';
import { counted, sentence, t } from '../words.ts';
import { actOfYear, yearTitle } from './actOfYear.ts';
import { NOT_TOLD, PERIOD_NAMES, RULE_NAMES, sectionName, whyNotTold } from './ruleNames.ts';

interface ReturnOfYearProps {
  readonly year: YearOfGains;
  readonly realised: RealisedGains;
}

/** The gains of a year as the return asks for them: by section, and by period. */
export function ReturnOfYear({ year, realised }: ReturnOfYearProps) {
  const found = gainsOfReturn(realised, year.financialYear);
  return (
    <>
      {found.sections.length > 0 && (
        <SectionTable sections={found.sections} year={year.financialYear} />
      )}
      <Exemption found={found} year={year.financialYear} />
      <NotInASection gains={year.gains.filter(isNotTold)} />
    </>
  );
}

interface SectionTableProps extends Pick<GainsOfReturn, 'sections'> {
  readonly year: string;
}

function SectionTable({ sections, year }: SectionTableProps) {
  return (
    <table class="transactions sections">
      <caption class="unseen">
        {t('Gains by section')}: {yearTitle(year)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('Period')}</th>
          {sections.map(({ section }) => (
            <th scope="col" class="number" key={keyOf(section)}>
              {sectionName(section)} <span class="absent">{t(RULE_NAMES[section.rule])}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td class="narration">{t('Rate')}</td>
          {sections.map(({ section }) => (
            <FigureCell key={keyOf(section)} label={sectionName(section)}>
              {section.rate === null ? t('of your slab') : `${section.rate} %`}
            </FigureCell>
          ))}
        </tr>
        <tr>
          <td class="narration">{t('Gain, estimated')}</td>
          {sections.map(({ section, gain }) => (
            <FigureCell key={keyOf(section)} label={sectionName(section)}>
              <Gain of="rupees" value={gain} dense />
            </FigureCell>
          ))}
        </tr>
        {PERIOD_NAMES.map(([quarter, name], index) => (
          <tr key={quarter}>
            <td class="narration">{t(name)}</td>
            {sections.map(({ section, quarters }) => (
              <FigureCell key={keyOf(section)} label={sectionName(section)}>
                <Rupees value={quarters[index] ?? null} dense />
              </FigureCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One section can have two rates in a year. */
function keyOf({ rule, rate }: Section): string {
  return `${rule} ${rate ?? ''}`;
}

interface ExemptionProps {
  readonly found: GainsOfReturn;
  readonly year: string;
}

/** What is left of what is free of tax. */
function Exemption({ found: { exemption }, year }: ExemptionProps) {
  if (!exemption) return null;
  const { limit, left } = exemption;
  const ofLimit =
    actOfYear(year) === '1961'
      ? sentence(
          'Of the long-term gains of equity, {0} of a year are free of tax (section 112A(2), Income-tax Act 1961).',
          <Rupees value={limit} />,
        )
      : sentence(
          'Of the long-term gains of equity, {0} of a year are free of tax (section 198(2), Income-tax Act, 2025).',
          <Rupees value={limit} />,
        );
  return (
    <p class="note">
      {ofLimit}{' '}
      {left
        ? sentence(
            'As far as this statement tells, {0} of it are left; gains on shares and in other statements count, too.',
            <Rupees value={left} />,
          )
        : t('What is left of it cannot be told, since not all of these gains are known.')}
    </p>
  );
}

function NotInASection({ gains }: { readonly gains: readonly RealisedGain[] }) {
  if (gains.length === 0) return null;
  const reasons = [...Map.groupBy(gains, whyNotTold)];
  return (
    <>
      <p class="note">
        {counted(
          gains.length,
          '1 sale of a lot is in no section:',
          '{0} sales of lots are in no section:',
        )}
      </p>
      <ul class="note not-told">
        {reasons.map(([reason, members]) => (
          <li key={reason}>
            {counted(members.length, '1 sale:', '{0} sales:')} {t(NOT_TOLD[reason])}
          </li>
        ))}
      </ul>
    </>
  );
}
