import type { DematAccount, Folio, NpsAccount, Portfolio } from './model.ts';
import { dematValue, folioValue, npsValue } from './totals.ts';
import type { Total } from './totals.ts';

/** Where positions are held. */
export type Account = AccountFacts &
  (
    | { readonly of: 'demat'; readonly account: DematAccount }
    | { readonly of: 'folio'; readonly account: Folio }
    | { readonly of: 'nps'; readonly account: NpsAccount }
    | { readonly of: 'insurance'; readonly account: null }
  );

interface AccountFacts {
  /** Where it stands in the answer, `mutual_funds[0]`: the same whenever the same text is read. */
  readonly key: string;
  /** The AMC of a folio, the DP of a demat account, the CRA of an NPS account. */
  readonly name: string | null;
  /** Folio number, BO ID, client ID or PRAN. */
  readonly number: string | null;
  readonly value: Total | null;
  /** How many positions it has, closed ones included. */
  readonly positions: number;
}

/** All demat accounts, folios and NPS accounts, empty ones included, in the order of the statement. */
export function accounts(portfolio: Portfolio): Account[] {
  return [
    ...portfolio.dematAccounts.map(dematAccount),
    ...portfolio.folios.map(folioAccount),
    ...portfolio.npsAccounts.map(npsAccount),
  ];
}

export function dematAccount(account: DematAccount, index: number): Account {
  return {
    of: 'demat',
    account,
    key: `demat_accounts[${index}]`,
    name: account.dpName,
    number: account.boId ?? account.clientId,
    value: dematValue(account),
    positions: account.securities.length,
  };
}

export function folioAccount(folio: Folio, index: number): Account {
  return {
    of: 'folio',
    account: folio,
    key: `mutual_funds[${index}]`,
    name: folio.amc,
    number: folio.folioNumber,
    value: folioValue(folio),
    positions: folio.schemes.length,
  };
}

export function npsAccount(account: NpsAccount, index: number): Account {
  return {
    of: 'nps',
    account,
    key: `nps[${index}]`,
    name: account.cra,
    number: account.pran,
    value: npsValue(account),
    positions: account.funds.length,
  };
}

/** What insurance policies are held in: cover, not value. */
export function insuranceAccount(policies: number): Account {
  return {
    of: 'insurance',
    account: null,
    key: 'insurance',
    name: null,
    number: null,
    value: null,
    positions: policies,
  };
}
