import assert from 'node:assert/strict';
import type { Decimal } from '../../../../src/portfolio/decimal.ts';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import type {
  NavsOf31Jan2018,
  RealisedGain,
} from '../../../../src/portfolio/gains/realisedGains.ts';
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

export function gainsOf(
  schemes: readonly Scheme[],
  navs?: NavsOf31Jan2018,
): readonly RealisedGain[] {
  const { gains, leftOut } = realisedGains(statementOf([folioOf(schemes)], PERIOD), navs);
  assert.deepEqual(leftOut, []);
  return gains;
}

export function gainOf(deal: Deal, nav?: string): RealisedGain {
  const navs = new Map(nav === undefined ? [] : [[ISIN, decimal(nav)]]);
  const [gain, ...others] = gainsOf([dealt(deal)], navs);
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
