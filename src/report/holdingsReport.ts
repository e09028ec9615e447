import type { Position } from '../portfolio/positions.ts';
import { holdingsOf } from '../portfolio/positions.ts';
import { costAndGain } from '../portfolio/totals.ts';
import type { Total } from '../portfolio/totals.ts';
import { figure, trimmed } from './figure.ts';

/** What is owned in all, INR. */
export function totalsReport(positions: readonly Position[], total: Total | null) {
  const { cost, gain, gainPercent, withCost, withGain, open } = costAndGain(holdingsOf(positions));
  return {
    value: figure(total?.value),
    /** Whether it is the sum of its parts, because the statement prints none. */
    valueIsSummed: total?.computed ?? false,
    partsWithoutValue: total?.partsWithoutValue ?? 0,
    cost: figure(cost),
    gain: figure(gain),
    gainPercent: figure(gainPercent),
    openHoldings: open,
    withCost,
    withGain,
  };
}

/** Each position in the order of the statement; `key` is what other parts of the report call it by. */
export function holdingsReport(positions: readonly Position[]) {
  return positions.map((position) => ({
    key: position.key,
    name: position.name,
    isin: position.isin,
    kind: position.kind,
    issuer: position.issuer,
    accountName: position.account.name,
    accountNumber: position.account.number,
    units: trimmed(position.units),
    price: trimmed(position.price),
    value: figure(position.value),
    cost: figure(position.cost),
    gain: figure(position.gain.rupees),
    gainPercent: figure(position.gain.percent),
    closed: position.closed,
    transactions: position.transactions.length,
  }));
}
