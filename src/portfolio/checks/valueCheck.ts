import type { Decimal } from '../decimal.ts';
import type { StatementKind } from '../model.ts';
import type { Position } from '../positions.ts';
import type { ValueCheck } from './check.ts';
import { compared, missing, noted } from './finding.ts';
import type { Finding } from './finding.ts';
import { roundingOfValue, within } from './tolerance.ts';

/**
 * Units x NAV = value, INR. Securities have a price only where the statement prints one beside them (bonds).
 *
 * Depository statements print folios with an average cost, which the API may give as the NAV (a field report, not its documentation):
 * then cost is units x NAV, and value has nothing to be compared with.
 */
export function checkValue(position: Position, kind: StatementKind | null): ValueCheck {
  const { units, value, cost } = position;
  const price = printedPrice(position);
  const computedValue = units && price ? units.times(price) : null;
  const rupeesTolerance = units && price ? roundingOfValue(units, price) : null;
  return {
    kind: 'value',
    subject: { of: 'position', position },
    ...finding(position, kind, price),
    figures: { units, price, computedValue, value, rupeesTolerance, cost },
  };
}

function finding(
  { units, value, cost, source }: Position,
  kind: StatementKind | null,
  price: Decimal | null,
): Finding {
  if (!units) return missing('no-units');
  if (!price) return missing('no-price');
  if (!value) return missing('no-value');
  const computed = units.times(price);
  const tolerance = roundingOfValue(units, price);
  if (within(tolerance, computed, value)) return compared(true);
  if (source.of === 'security') {
    return price.equals(value) ? noted('price-is-the-value') : compared(false);
  }
  if (source.of !== 'scheme' || kind === 'CAMS_KFINTECH') return compared(false);
  if (!cost) return compared(false, 'nav-may-be-average-cost');
  return within(tolerance, computed, cost) ? noted('nav-is-average-cost') : compared(false);
}

function printedPrice({ source }: Position): Decimal | null {
  switch (source.of) {
    case 'scheme':
      return source.scheme.nav;
    case 'nps-fund':
      return source.fund.nav;
    case 'security':
      return source.security.marketValue;
    case 'policy':
      return null;
  }
}
