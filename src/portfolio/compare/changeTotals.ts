import { Decimal } from '../decimal.ts';
import type { Portfolio } from '../model.ts';
import { portfolioValue } from '../totals.ts';
import type { Total } from '../totals.ts';
import { addMoney, netMoney, NO_MONEY } from './moneyFlow.ts';
import type { MoneyFlow } from './moneyFlow.ts';
import type { PositionChange } from './positionChange.ts';

/**
 * Why the value of a portfolio moved, INR: change = money + market + notKnown + elsewhere, exactly.
 */
export interface ChangeTotals {
  readonly earlier: Total | null;
  readonly later: Total | null;
  readonly change: Decimal | null;
  readonly flow: MoneyFlow;
  /** In less out, of the holdings for which it is known. */
  readonly money: Decimal;
  readonly market: Decimal;
  /** The change in value of the holdings for which money and market are not known. */
  readonly notKnown: Decimal;
  /** What the totals changed beyond their holdings: insurance, or a total that is not the sum of its parts. */
  readonly elsewhere: Decimal | null;
  /** How many changed holdings' money is an estimate, and of how many it is not known. */
  readonly estimates: number;
  readonly unknowns: number;
}

export function totalsOf(
  earlier: Portfolio,
  later: Portfolio,
  changes: readonly PositionChange[],
): ChangeTotals {
  const before = portfolioValue(earlier);
  const after = portfolioValue(later);
  const change = before && after ? after.value.minus(before.value) : null;
  const splits = changes.flatMap(({ split }) => (split ? [split] : []));
  const known = splits.filter((split) => split.basis !== 'not-known');
  const flow = known.reduce((sum, split) => addMoney(sum, split.flow), NO_MONEY);
  const market = Decimal.sum(known.map((split) => split.market));
  const money = netMoney(flow);
  const notKnown = Decimal.sum(
    changes.flatMap(({ split, value }) =>
      split?.basis === 'not-known' && value.change ? [value.change] : [],
    ),
  );
  return {
    earlier: before,
    later: after,
    change,
    flow,
    money,
    market,
    notKnown,
    elsewhere: change?.minus(money).minus(market).minus(notKnown) ?? null,
    estimates: changes.filter(
      ({ split, status }) => split?.basis === 'estimate' && status !== 'unchanged',
    ).length,
    unknowns: splits.length - known.length,
  };
}
