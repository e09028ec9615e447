import type { KeptField } from './fields.ts';
import type { Portfolio, Transaction } from './model.ts';

/** Every value of the answer that has no place in the model, with its path, in the order of the model. */
export function keptFields(portfolio: Portfolio): KeptField[] {
  const { dematAccounts, folios, policies, npsAccounts } = portfolio;
  return [
    ...portfolio.rest,
    ...dematAccounts.flatMap((account) => [
      ...account.rest,
      ...account.holders.flatMap((holder) => holder.rest),
      ...account.securities.flatMap(restOfHolding),
    ]),
    ...folios.flatMap((folio) => [
      ...folio.rest,
      ...folio.holders.flatMap((holder) => holder.rest),
      ...folio.schemes.flatMap(restOfHolding),
    ]),
    ...policies.flatMap((policy) => policy.rest),
    ...npsAccounts.flatMap((account) => [
      ...account.rest,
      ...account.holders.flatMap((holder) => holder.rest),
      ...account.funds.flatMap((fund) => fund.rest),
    ]),
  ];
}

interface WithTransactions {
  readonly rest: readonly KeptField[];
  readonly transactions: readonly Transaction[];
}

function restOfHolding({ rest, transactions }: WithTransactions): KeptField[] {
  return [...rest, ...transactions.flatMap((transaction) => transaction.rest)];
}
