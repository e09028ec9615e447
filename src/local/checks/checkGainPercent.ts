import { Decimal } from '../../portfolio/decimal.ts';
import type { PrintedScheme } from '../statement.ts';
import { isNear } from './checkResult.ts';
import type { Checks } from './checkResult.ts';
import { halfDigit } from './rounding.ts';
import { expectUsual } from './usual.ts';

const HUNDRED = Decimal.fromInteger(100);
/** Costs and gains of a few rupees are rounded to many percent of them. */
const LEAST_COST = Decimal.fromInteger(1000);

/** The gain in percent of the cost, where a statement means that by its percentage: others print the return of a year. */
export function checkGainPercent(schemes: readonly PrintedScheme[], checks: Checks): void {
  const instances = schemes.flatMap(({ cost, gain, gainPercent }) => {
    if (!cost || !gain || !gainPercent || cost.value.compare(LEAST_COST) < 0) return [];
    const { scale } = gainPercent.value;
    const percent = gain.value.times(HUNDRED).dividedBy(cost.value, scale + 2);
    const holds = isNear(percent, gainPercent.value, halfDigit(gainPercent.value).times(TWICE));
    if (holds) checks.found.confirm([gainPercent]);
    return [{ holds, place: gainPercent }];
  });
  expectUsual(
    instances,
    'gain-percent',
    'Gain and cost do not give the gain in percent of this fund.',
    checks,
  );
}

/** Half a digit for rounding, as much for cutting off. */
const TWICE = Decimal.fromInteger(2);
