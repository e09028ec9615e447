import { useEffect, useState } from 'preact/hooks';
import type { FactsFile } from '../../portfolio/facts/factsFile.ts';
import type { OwnFacts } from '../../portfolio/facts/ownFacts.ts';
import { readFacts } from '../../portfolio/facts/readFacts.ts';
import { gainsByYear } from '../../portfolio/gains/gainsByYear.ts';
import type { YearOfGains } from '../../portfolio/gains/gainsByYear.ts';
import { gainSteps } from '../../portfolio/gains/realisedGains.ts';
import type { RealisedGains } from '../../portfolio/gains/realisedGains.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { inSlices } from '../model/inSlices.ts';
import { nextTask } from '../model/nextTask.ts';
import { counted, t } from '../words.ts';
import { GainsLeftOut } from './GainsLeftOut.tsx';
import { GainsOfYear } from './GainsOfYear.tsx';
import { IncomeFold } from './IncomeFold.tsx';
import { NotReckoned } from './NotReckoned.tsx';
import { OwnFactsFold } from './own/OwnFactsFold.tsx';

interface GainsTabProps {
  readonly portfolio: Portfolio;
  /** What only the owner of the units knows. */
  readonly own: OwnFacts;
}

/** Gains of what was sold, by financial year: an estimate, and called one. */
export function GainsTab({ portfolio, own }: GainsTabProps) {
  const reckoned = useGains(portfolio, own.file);
  if (!reckoned) return <p class="nothing">{t('The gains are being reckoned …')}</p>;
  const { years, realised } = reckoned;
  const { leftOut } = realised;
  return (
    <section aria-label={t('Realised gains')} class="gains folds">
      <p class="notice">
        {t(
          'Estimate, not tax advice: first in, first out per folio and scheme, from the transactions in this statement.',
        )}{' '}
        {years.length === 0 && t('Nothing was sold that this statement tells the history of.')}
      </p>
      <OwnFactsFold realised={realised} own={own} />
      {years.map((year, index) => (
        <GainsOfYear key={year.financialYear} year={year} realised={realised} open={index === 0} />
      ))}
      <IncomeFold portfolio={portfolio} />
      {leftOut.length > 0 && (
        <details>
          <summary>
            {counted(leftOut.length, '1 scheme is left out', '{0} schemes are left out')}
          </summary>
          <GainsLeftOut leftOut={leftOut} />
        </details>
      )}
      <NotReckoned realised={realised} />
    </section>
  );
}

interface Reckoned {
  readonly years: readonly YearOfGains[];
  readonly realised: RealisedGains;
}

function useGains(portfolio: Portfolio, file: FactsFile): Reckoned | null {
  const [reckoned, setReckoned] = useState<Reckoned | null>(null);
  useEffect(() => {
    let current = true;
    void nextTask()
      .then(() => inSlices(gainSteps(portfolio, readFacts(file)), () => current))
      .then((realised) => {
        if (current && realised) setReckoned({ years: gainsByYear(realised.gains), realised });
      });
    return () => {
      current = false;
    };
  }, [portfolio, JSON.stringify(file)]);
  return reckoned;
}
