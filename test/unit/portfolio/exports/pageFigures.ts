import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import { portfolioLots } from '../../../../src/portfolio/lots/portfolioLots.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { positions } from '../../../../src/portfolio/positions.ts';
import type { Position } from '../../../../src/portfolio/positions.ts';
import { schemeCashFlows } from '../../../../src/portfolio/returns/cashFlows.ts';
import { BookFigures } from './bookFigures.ts';

export interface PageFigures {
  readonly figures: BookFigures;
  /** The schemes and accounts of which the page says no cost or gains, or no money: they are not to be compared. */
  readonly withoutLots: ReadonlySet<string>;
  readonly withoutMoney: ReadonlySet<string>;
}

/** What the page says of portfolios that have no two schemes of one name. */
export function pageFigures(portfolios: readonly Portfolio[]): PageFigures {
  const figures = new BookFigures();
  const withoutLots = new Set<string>();
  const withoutMoney = new Set<string>();
  for (const portfolio of portfolios) {
    for (const position of positions(portfolio)) addHeld(position, figures);
    const lots = portfolioLots(portfolio);
    for (const position of positions(portfolio)) {
      const { source, name, cost } = position;
      const account = accountOf(position);
      const told = source.of === 'scheme' ? lots.get(source.scheme) : null;
      if (!told) {
        if (cost) figures.cost.add(`${account} INR`, cost);
      } else if (!told.ok) {
        withoutLots.add(account).add(name ?? '');
      } else {
        for (const lot of told.open) {
          if (lot.cost) figures.cost.add(`${account} INR`, lot.cost);
          else figures.cost.add(`${account} ${symbolOf(position)}`, lot.units);
        }
      }
      if (source.of !== 'scheme') continue;
      const { flows } = schemeCashFlows(source.scheme, portfolio.statement.to);
      if (!flows) withoutMoney.add(name ?? '');
      for (const { amount, isSwitch } of flows ?? []) {
        if (isSwitch) figures.switched.add(name ?? '', amount);
        else if (amount.sign < 0) figures.putIn.add(name ?? '', amount.negated());
        else figures.takenOut.add(name ?? '', amount);
      }
    }
    for (const { scheme, financialYear, gain } of realisedGains(portfolio).gains)
      figures.gains.add(`${scheme.name ?? ''}, ${financialYear}`, gain ?? Decimal.zero);
  }
  return { figures, withoutLots, withoutMoney };
}

function addHeld(position: Position, { units, value }: BookFigures): void {
  const account = accountOf(position);
  if (position.units) units.add(`${account} ${symbolOf(position)}`, position.units);
  if (position.value) value.add(account, position.value);
}

const ROOTS = { folio: 'MutualFunds', nps: 'NPS', demat: 'Demat', insurance: 'Insurance' };

function accountOf({ account: { of, name, number } }: Position): string {
  const words = [name, number].map((text) => text?.match(/[A-Za-z0-9]+/g)?.join('-') ?? '');
  return ['Assets', ROOTS[of], ...words].join(':');
}

function symbolOf({ isin, name }: Position): string {
  return isin ?? name?.toUpperCase().replaceAll(' ', '-') ?? '';
}
