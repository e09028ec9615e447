import type { SummaryStatement } from '../grammars/registrar/summary.ts';
import { addsUp } from './addsUp.ts';
import type { Checks } from './checkResult.ts';

/** The rows of a summary against its total; every row must say its units and its value. */
export function checkSummary(
  { statement, totalCost, totalValue }: SummaryStatement,
  checks: Checks,
): void {
  const schemes = statement.folios.flatMap((folio) => folio.schemes);
  // Statements of this kind print no transactions, so none can be missing.
  for (const scheme of schemes) checks.found.confirmField(scheme, 'transactions');
  for (const { close, value, place } of schemes) {
    checks.expect(close !== null, 'scheme-units', 'The units of this scheme were not read.', place);
    checks.expect(value !== null, 'scheme-value', 'The value of this scheme was not read.', place);
  }
  if (totalValue) {
    const values = schemes.map(({ value }) => value);
    checks.expect(
      addsUp(values, totalValue),
      'total-value',
      'The schemes do not add up to the total value.',
      totalValue,
      values,
    );
  }
  if (totalCost) {
    const costs = schemes.map(({ cost }) => cost);
    checks.expect(
      addsUp(costs, totalCost),
      'total-cost',
      'The schemes do not add up to the total cost.',
      totalCost,
      costs,
    );
  }
}
