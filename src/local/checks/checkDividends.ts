import { Decimal } from '../../portfolio/decimal.ts';
import type { PrintedScheme } from '../statement.ts';
import { isNear } from './checkResult.ts';
import type { Checks } from './checkResult.ts';
import { inBalanceOrder } from './balanceOrder.ts';
import { halfDigit, PAISA } from './rounding.ts';
import { expectUsual, isUsual } from './usual.ts';
import type { Instance } from './usual.ts';

/** A dividend is its rate times the units before it, unless tax was taken of it first; where most are, another is odd. */
export function checkDividends(schemes: readonly PrintedScheme[], checks: Checks): void {
  for (const type of ['DIVIDEND_PAYOUT', 'DIVIDEND_REINVEST'] as const) {
    const exact = schemes.flatMap((scheme) => dividendsOf(scheme, type, 'exact'));
    expectUsual(
      isUsual(exact) ? exact : schemes.flatMap((scheme) => dividendsOf(scheme, type, 'rounded')),
      'dividend-rate',
      'The rate per unit times the units does not give this dividend.',
      checks,
    );
  }
}

function dividendsOf(
  scheme: PrintedScheme,
  wanted: 'DIVIDEND_PAYOUT' | 'DIVIDEND_REINVEST',
  rates: 'exact' | 'rounded',
): Instance[] {
  const instances: Instance[] = [];
  let units: Decimal | null = scheme.open?.value ?? null;
  for (const { type, amount, dividendRate, balance, place } of inBalanceOrder(scheme)) {
    if (type === wanted && amount && dividendRate && units) {
      const rounding = rates === 'exact' ? Decimal.zero : halfDigit(dividendRate);
      const slack = rounding.times(units.abs()).plus(PAISA);
      const holds = isNear(units.times(dividendRate), amount.value.abs(), slack);
      instances.push({ holds, place, agreeing: [amount] });
    }
    units = balance?.value ?? units;
  }
  return instances;
}
