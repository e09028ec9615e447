import { useEffect, useState } from 'preact/hooks';
import { checkSteps } from '../../portfolio/checks/checkPortfolio.ts';
import { sumUp } from '../../portfolio/checks/sumUp.ts';
import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import type { Position } from '../../portfolio/positions.ts';
import { inSlices } from '../model/inSlices.ts';
import { afterPaint } from '../model/afterPaint.ts';

/** The statement checked against itself; null until that is done, after the portfolio is on screen. */
export function useChecks(portfolio: Portfolio, all: readonly Position[]): CheckSummary | null {
  const [checks, setChecks] = useState<CheckSummary | null>(null);
  useEffect(() => {
    let current = true;
    void afterPaint()
      .then(() => inSlices(checkSteps(portfolio, all), () => current))
      .then((made) => {
        if (current && made) setChecks(sumUp(made));
      });
    return () => {
      current = false;
    };
  }, [portfolio, all]);
  return checks;
}
