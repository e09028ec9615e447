import { civilDay } from '../days.ts';
import { Decimal } from '../decimal.ts';
import type { Portfolio } from '../model.ts';
import { schemeCashFlows } from './cashFlows.ts';
import { pairSwitches, withoutSwitches } from './pairSwitches.ts';
import type { SwitchLeg } from './pairSwitches.ts';
import { moneyMoved } from './periodMoney.ts';
import type { MoneyMoved } from './periodMoney.ts';

/** Money moved on one day, and what is in after it. */
export interface MoneyPoint {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Put in less taken out since the first day, INR. */
  readonly net: Decimal;
}

/** What was switched from one scheme to another is neither in nor out. */
export interface MoneyYear extends MoneyMoved {
  readonly year: number;
}

export interface MoneyOverTime {
  readonly points: readonly MoneyPoint[];
  /** The latest first. */
  readonly years: readonly MoneyYear[];
  /** Folio schemes whose whole history the statement tells, and those of which it does not: they are not in it. */
  readonly schemes: number;
  readonly leftOut: number;
}

/** What was put into the folios and taken out of them, over the schemes whose whole history is in the statement; null when none is. */
export function moneyOverTime({ folios, statement }: Portfolio): MoneyOverTime | null {
  const all = folios.flatMap((folio) =>
    folio.schemes.map((scheme) => ({ folio, cash: schemeCashFlows(scheme, statement.to) })),
  );
  const known = all.flatMap(({ folio, cash }) =>
    cash.ok ? [cash.flows.map((flow) => ({ ...flow, folio }))] : [],
  );
  const flows = known.flat().sort((one, other) => one.day - other.day);
  if (flows.length === 0) return null;
  return {
    points: pointsOf(flows),
    years: yearsOf(flows),
    schemes: known.length,
    leftOut: all.length - known.length,
  };
}

function pointsOf(flows: readonly SwitchLeg[]): MoneyPoint[] {
  const points: MoneyPoint[] = [];
  let net = Decimal.zero;
  for (const { day, amount } of flows) {
    net = net.minus(amount);
    // Both legs of a switch fall on one day and cancel.
    if (points.at(-1)?.day === day) points.pop();
    points.push({ day, net });
  }
  return points;
}

function yearsOf(flows: readonly SwitchLeg[]): MoneyYear[] {
  const byYear = Map.groupBy(flows, ({ day }) => civilDay(day).year);
  return [...byYear]
    .map(([year, some]) => {
      const switches = pairSwitches(some.filter(({ isSwitch }) => isSwitch));
      return { year, ...withoutSwitches(moneyMoved(some), switches) };
    })
    .reverse();
}
