import { useEffect, useState } from 'preact/hooks';
import type { Position } from '../../portfolio/positions.ts';
import { returnSteps } from '../../portfolio/returns/portfolioReturn.ts';
import type { PortfolioReturn, StatementFolios } from '../../portfolio/returns/portfolioReturn.ts';
import type { RateOrGap } from '../../portfolio/returns/schemeReturn.ts';
import { inSlices } from '../model/inSlices.ts';
import { afterPaint } from '../model/afterPaint.ts';
import { t } from '../words.ts';
import { NO_RATE } from './noRate.ts';
import type { Rate } from './Rates.ts';

export interface Returns {
  readonly portfolio: PortfolioReturn;
  readonly rates: ReadonlyMap<Position, Rate>;
}

/** The returns of what the statements hold together and of each scheme; null until they are reckoned, after the portfolio is on screen. */
export function useReturns(
  statements: readonly StatementFolios[],
  all: readonly Position[],
): Returns | null {
  const [returns, setReturns] = useState<Returns | null>(null);
  useEffect(() => {
    let current = true;
    void afterPaint()
      .then(() => inSlices(returnSteps(statements), () => current))
      .then((reckoned) => {
        if (current && reckoned) setReturns({ portfolio: reckoned, rates: ratesOf(reckoned, all) });
      });
    return () => {
      current = false;
    };
  }, [statements, all]);
  return returns;
}

function ratesOf({ schemes }: PortfolioReturn, all: readonly Position[]): Returns['rates'] {
  const byScheme = new Map(schemes.map(({ scheme, rate }) => [scheme, rate]));
  return new Map(
    all.map((position) => [
      position,
      rateOf(position.source.of === 'scheme' ? byScheme.get(position.source.scheme) : undefined),
    ]),
  );
}

/** A rate, or why there is none, in words. Demat holdings, NPS and insurance have no flows of money in any statement. */
export function rateOf(rate: RateOrGap | undefined): Rate {
  if (!rate) return { why: t('the statement does not say what was paid for it when') };
  return rate.ok ? { rate: rate.rate } : { why: t(NO_RATE[rate.reason]) };
}
