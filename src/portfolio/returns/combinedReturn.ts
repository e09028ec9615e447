import { Decimal } from '../decimal.ts';
import type { DatedAmount } from './netFlows.ts';
import { pairSwitches, withoutSwitches } from './pairSwitches.ts';
import type { SwitchLeg } from './pairSwitches.ts';
import { addMoney, moneyMoved, NO_MONEY } from './periodMoney.ts';
import type { MoneyMoved } from './periodMoney.ts';
import { returnOf } from './return.ts';
import type { Return } from './return.ts';
import type { SchemeFlows } from './schemeReturn.ts';

export interface CombinedReturn {
  readonly result: Return;
  /** Over the whole history; what was switched from one to another of the schemes is neither in nor out. */
  readonly money: MoneyMoved;
  /** What the schemes are worth at the end, INR. */
  readonly closingValue: Decimal;
}

/** The return of schemes together; those whose flows are not all known are left out. */
export function combinedReturn(schemes: readonly SchemeFlows[]): CombinedReturn {
  const amounts: DatedAmount[] = [];
  const legs: SwitchLeg[] = [];
  let gross = NO_MONEY;
  let closingValue = Decimal.zero;
  for (const { folio, cash, amounts: own } of schemes) {
    if (!cash.ok) continue;
    gross = addMoney(gross, moneyMoved(cash.flows));
    if (cash.closing) closingValue = closingValue.plus(cash.closing.amount);
    for (const amount of own) amounts.push(amount);
    for (const flow of cash.flows) if (flow.isSwitch) legs.push({ ...flow, folio });
  }
  const money = withoutSwitches(gross, pairSwitches(legs));
  return { result: returnOf({ amounts, money, closingValue }), money, closingValue };
}
