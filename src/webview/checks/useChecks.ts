import { useEffect, useState } from 'preact/hooks';
import { checkPortfolio } from '../../portfolio/checks/checkPortfolio.ts';
import { sumUp } from '../../portfolio/checks/sumUp.ts';
import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import type { Position } from '../../portfolio/positions.ts';
import { nextTask } from '../model/nextTask.ts';

/** The statement checked against itself; null until that is done, after the portfolio is on screen. */
export function useChecks(portfolio: Portfolio, all: readonly Position[]): CheckSummary | null {
  const [checks, setChecks] = useState<CheckSummary | null>(null);
  useEffect(() => {
    let current = true;
    void nextTask().then(() => {
      if (current) setChecks(sumUp(checkPortfolio(portfolio, all)));
    });
    return () => {
      current = false;
    };
  }, [portfolio, all]);
  return checks;
}
