import assert from 'node:assert/strict';
import type { Decimal } from '../../../../src/portfolio/decimal.ts';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import type { RealisedGain } from '../../../../src/portfolio/gains/realisedGains.ts';
import { NO_FACTS } from '../../../../src/portfolio/facts/facts.ts';
import type { Facts } from '../../../../src/portfolio/facts/facts.ts';
import type { Scheme, SchemeType } from '../../../../src/portfolio/model.ts';
import { decimal, folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';

export const PERIOD = { from: '1990-01-01', to: '2026-03-31' };
export const ISIN = 'INF000D01B29';

export interface Deal {
  readonly type?: SchemeType | null;
  readonly bought: string;
  readonly cost?: string;
  readonly sold: string;
  readonly brought?: string;
  readonly stt?: string;
}

/** 100 units, bought and sold at one time. */
export function dealt({
  type = 'Equity',
  bought,
  cost = '1000',
  sold,
  brought = '1500',
  stt,
}: Deal) {
  const rows = [
    row('PURCHASE', bought, { amount: cost, units: '100' }),
    row('REDEMPTION', sold, { amount: brought, units: '100' }),
    ...(stt === undefined ? [] : [row('STT_TAX', sold, { amount: stt })]),
  ];
  return schemeOf(rows, { units: '0', isin: ISIN, type });
}

export function gainsOf(schemes: readonly Scheme[], facts?: Facts): readonly RealisedGain[] {
  const { gains, leftOut } = realisedGains(statementOf([folioOf(schemes)], PERIOD), facts);
  assert.deepEqual(leftOut, []);
  return gains;
}

/** Facts of which at most the NAV of 31 January 2018 of the fund is given. */
export function factsWithNav(nav?: string): Facts {
  if (nav === undefined) return NO_FACTS;
  return { ...NO_FACTS, navsOf31Jan2018: new Map([[ISIN, decimal(nav)]]) };
}

export function gainOf(deal: Deal, nav?: string): RealisedGain {
  const [gain, ...others] = gainsOf([dealt(deal)], factsWithNav(nav));
  assert.ok(gain);
  assert.equal(others.length, 0);
  return gain;
}

/** Cost and gain for the tax, or why there is none. */
export function taxable({ taxable: found }: RealisedGain): string {
  return found.ok ? `${found.cost.toString()} ${found.gain.toString()}` : found.reason;
}

export function text(amount: Decimal | null | undefined): string {
  return amount?.toString() ?? '?';
}
