import { useState } from 'preact/hooks';
import type { YearOfGains } from '../../portfolio/gains/gainsByYear.ts';
import type { RealisedGain, RealisedGains } from '../../portfolio/gains/realisedGains.ts';
import type { Term } from '../../portfolio/gains/term.ts';
import { Day } from '../pieces/Day.tsx';
import { Gain, Rupees, Units } from '../pieces/Figure.tsx';
import { FigureCell, FigureHead } from '../pieces/FigureCell.tsx';
import { LabelledCell } from '../pieces/LabelledCell.tsx';
import { Personal, Text } from '../pieces/Text.tsx';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import { counted, sentence, t } from '../words.ts';
import { actOfYear, yearTitle } from './actOfYear.ts';
import { NO_TAXABLE } from './gapNames.ts';
import { ReturnOfYear } from './ReturnOfYear.tsx';
import { ScheduleButton } from './ScheduleButton.tsx';

interface GainsOfYearProps {
  readonly year: YearOfGains;
  readonly realised: RealisedGains;
  readonly open: boolean;
}

const TERMS: Readonly<Record<Term, string>> = {
  short: 'short term',
  long: 'long term',
  unknown: 'term not known',
};

/** What was sold in a financial year, lot by lot. */
export function GainsOfYear({ year, realised, open }: GainsOfYearProps) {
  const [isOpen, setOpen] = useState(open);
  const terms = (['short', 'long', 'unknown'] as const).filter((term) =>
    year.gains.some((gain) => gain.term === term),
  );
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{yearTitle(year.financialYear)}</h3>
        {terms.map((term) => (
          <span key={term} class="year-gain">
            {t(TERMS[term])} <Gain of="rupees" value={year.gain[term]} />
          </span>
        ))}
        {year.unknown > 0 && (
          <span class="absent">{counted(year.unknown, '1 not known', '{0} not known')}</span>
        )}
      </summary>
      {isOpen && <LotsOfYear year={year} realised={realised} />}
    </details>
  );
}

function estimateOf(year: string): string {
  return actOfYear(year) === '1961'
    ? t(
        'Estimate for the sales of financial year {0} by the Income-tax Act 1961, not tax advice.',
        year,
      )
    : t(
        'Estimate for the sales of tax year {0} by the Income-tax Act, 2025, not tax advice.',
        year,
      );
}

/** Made only when it is looked at: there may be many years. */
function LotsOfYear({ year, realised }: Omit<GainsOfYearProps, 'open'>) {
  const rows = useMoreRows(year.gains, 50);
  return (
    <>
      <p class="note">{estimateOf(year.financialYear)}</p>
      <ReturnOfYear year={year} realised={realised} />
      <ScheduleButton realised={realised} year={year.financialYear} />
      <table class="transactions lots">
        <caption class="unseen">{yearTitle(year.financialYear)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Sold')}</th>
            <th scope="col">{t('Scheme')}</th>
            <th scope="col">{t('Bought')}</th>
            <FigureHead label={t('Units')} />
            <FigureHead label={t('Cost')} />
            <FigureHead label={t('Sale value')} />
            <FigureHead label={t('Gain')} />
            <th scope="col">{t('Term')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.shown.map((gain, index) => (
            <LotRow key={index} gain={gain} />
          ))}
        </tbody>
      </table>
      {rows.more}
    </>
  );
}

function LotRow({ gain }: { readonly gain: RealisedGain }) {
  const { scheme, folio, taxable } = gain;
  return (
    <tr>
      <LabelledCell label={t('Sold')} class="date">
        <Day date={gain.sold} />
      </LabelledCell>
      <td class="narration">
        <Text>{scheme.name ?? t('Without a name')}</Text>{' '}
        {folio.folioNumber !== null && (
          <span class="code">
            <Personal>{folio.folioNumber}</Personal>
          </span>
        )}
      </td>
      <LabelledCell label={t('Bought')} class="date">
        <Day date={gain.acquired} />
      </LabelledCell>
      <FigureCell label={t('Units')}>
        <Units value={gain.units} dense />
      </FigureCell>
      <FigureCell label={t('Cost')}>
        <Rupees value={gain.cost} dense />
      </FigureCell>
      <FigureCell label={t('Sale value')}>
        <Rupees value={gain.saleValue} dense />
      </FigureCell>
      <FigureCell label={t('Gain')}>
        <Gain of="rupees" value={gain.gain} dense />
      </FigureCell>
      <LabelledCell label={t('Term')} class="type">
        {t(TERMS[gain.term])}
        {gain.onAnniversary && taxable.ok && (
          <span class="note">{t('sold on the very anniversary')}</span>
        )}
        {taxable.ok ? (
          gain.grandfathered && (
            <span class="note">
              {sentence('taxable {0}', <Gain of="rupees" value={taxable.gain} />)}
            </span>
          )
        ) : (
          <span class="note">{t(NO_TAXABLE[taxable.reason])}</span>
        )}
      </LabelledCell>
    </tr>
  );
}
