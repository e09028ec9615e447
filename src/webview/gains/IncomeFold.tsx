import { useMemo, useState } from 'preact/hooks';
import { incomeByYear } from '../../portfolio/gains/incomeByYear.ts';
import type { IncomeOfYear } from '../../portfolio/gains/incomeByYear.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { Rupees } from '../pieces/Figure.tsx';
import { FigureCell, FigureHead } from '../pieces/FigureCell.tsx';
import { counted, t } from '../words.ts';
import { yearTitle } from './actOfYear.ts';

/** What the funds paid out and what was kept back, by year. */
export function IncomeFold({ portfolio }: { readonly portfolio: Portfolio }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{t('IDCW, TDS, stamp duty and STT by year')}</h3>
      </summary>
      {isOpen && <Years portfolio={portfolio} />}
    </details>
  );
}

/** Reckoned only when it is looked at. */
function Years({ portfolio }: { readonly portfolio: Portfolio }) {
  const { years, leftOut } = useMemo(() => incomeByYear(portfolio), [portfolio]);
  return (
    <>
      {years.length === 0 ? (
        <p class="note">{t('This statement prints none of these.')}</p>
      ) : (
        <table class="transactions income">
          <thead>
            <tr>
              <th scope="col">{t('Year')}</th>
              <FigureHead label={t('IDCW before TDS')} />
              <FigureHead label={t('TDS')} />
              <FigureHead label={t('Stamp duty')} />
              <FigureHead label={t('STT')} />
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <YearRow key={year.financialYear} year={year} />
            ))}
          </tbody>
        </table>
      )}
      {leftOut > 0 && (
        <p class="note">
          {counted(
            leftOut,
            'Without 1 scheme whose transactions cannot all be understood.',
            'Without {0} schemes whose transactions cannot all be understood.',
          )}
        </p>
      )}
      <p class="note">
        {t(
          'IDCW is income of other sources and no gain. STT lowers no gain; stamp duty is part of the cost.',
        )}
      </p>
    </>
  );
}

function YearRow({ year }: { readonly year: IncomeOfYear }) {
  return (
    <tr>
      <td class="narration">{yearTitle(year.financialYear)}</td>
      <FigureCell label={t('IDCW before TDS')}>
        <Rupees value={year.idcw} dense />
      </FigureCell>
      <FigureCell label={t('TDS')}>
        <Rupees value={year.tds} dense />
      </FigureCell>
      <FigureCell label={t('Stamp duty')}>
        <Rupees value={year.stampDuty} dense />
      </FigureCell>
      <FigureCell label={t('STT')}>
        <Rupees value={year.stt} dense />
      </FigureCell>
    </tr>
  );
}
