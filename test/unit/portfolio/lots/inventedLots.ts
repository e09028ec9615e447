import assert from 'node:assert/strict';
import type { Lot } from '../../../../src/portfolio/lots/lot.ts';
import { portfolioLots } from '../../../../src/portfolio/lots/portfolioLots.ts';
import type { SchemeLots } from '../../../../src/portfolio/lots/schemeLots.ts';
import type { Scheme, Transaction } from '../../../../src/portfolio/model.ts';
import { folioOf, row, schemeOf, statementOf } from './inventedRows.ts';

const PERIOD = { from: '1990-01-01', to: '2026-03-31' };

/** The lots of one scheme alone in its statement. */
export function lotsOf(rows: readonly Transaction[], figures: Parameters<typeof schemeOf>[1]) {
  const found = allLots([schemeOf(rows, figures)])[0];
  assert.ok(found?.ok, found?.ok ? '' : found?.reason);
  return found;
}

export function allLots(...folios: (readonly Scheme[])[]): SchemeLots[] {
  const portfolio = statementOf(
    folios.map((schemes, index) => folioOf(schemes, String(index))),
    PERIOD,
  );
  return [...portfolioLots(portfolio).values()];
}

/** Units, cost and date of each lot. */
export function print(lots: readonly Lot[]): string[] {
  return lots.map(
    ({ units, cost, acquired }) =>
      `${units.trimmed(0).toString()} for ${cost?.toString() ?? '?'} of ${acquired ?? '?'}`,
  );
}

export const FIRST = row('PURCHASE', '2020-01-10', { amount: '1000', units: '100' });
export const SECOND = row('PURCHASE_SIP', '2021-01-10', {
  amount: '1500',
  units: '100',
});
