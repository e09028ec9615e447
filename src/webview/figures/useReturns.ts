import { useEffect, useState } from 'preact/hooks';
import { returnsByScheme } from '../../portfolio/returns/groupReturn.ts';
import type { ReturnsOfSchemes } from '../../portfolio/returns/groupReturn.ts';
import { returnSteps } from '../../portfolio/returns/portfolioReturn.ts';
import type { PortfolioReturn, StatementFolios } from '../../portfolio/returns/portfolioReturn.ts';
import { inSlices } from '../model/inSlices.ts';
import { afterPaint } from '../model/afterPaint.ts';

export interface Returns {
  readonly portfolio: PortfolioReturn;
  readonly ofSchemes: ReturnsOfSchemes;
}

/** The returns of what the statements hold together and of each scheme; null until they are reckoned, after the portfolio is on screen. */
export function useReturns(statements: readonly StatementFolios[]): Returns | null {
  const [returns, setReturns] = useState<Returns | null>(null);
  useEffect(() => {
    let current = true;
    void afterPaint()
      .then(() => inSlices(returnSteps(statements), () => current))
      .then((portfolio) => {
        if (current && portfolio)
          setReturns({ portfolio, ofSchemes: returnsByScheme(portfolio.schemes) });
      });
    return () => {
      current = false;
    };
  }, [statements]);
  return returns;
}
