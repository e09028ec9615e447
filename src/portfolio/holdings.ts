import { costOfScheme } from './cost.ts';
import { schemeKind } from './holding.ts';
import type { Holding } from './holding.ts';
import type { Portfolio } from './model.ts';

/** Everything that is held, flat, closed positions included. Insurance policies are not: they carry no value. */
export function holdings(portfolio: Portfolio): Holding[] {
  const securities = portfolio.dematAccounts.flatMap((account) => account.securities);
  const schemes = portfolio.folios.flatMap((folio) => folio.schemes);
  const funds = portfolio.npsAccounts.flatMap((account) => account.funds);
  return [
    ...securities.map((security) => ({ ...security, cost: null })),
    ...schemes.map((scheme) => ({
      ...scheme,
      kind: schemeKind(scheme.type),
      cost: costOfScheme(scheme),
    })),
    ...funds.map((fund) => ({ ...fund, kind: 'nps' as const, transactions: [] })),
  ];
}

/**
 * Whether the statement is a detailed one. The answer has no field for it, so it is inferred: a summary is one without a single
 * transaction.
 */
export function isDetailed(portfolio: Portfolio): boolean {
  return holdings(portfolio).some(({ transactions }) => transactions.length > 0);
}
