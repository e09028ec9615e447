import type { Portfolio, Security, SecurityKind } from './model.ts';

const LISTS: Readonly<Record<SecurityKind, string>> = {
  shares: 'equities',
  'demat-funds': 'demat_mutual_funds',
  bonds: 'corporate_bonds',
  'government-securities': 'government_securities',
  aifs: 'aifs',
};

/** An object of a portfolio with the JSON pointer (RFC 6901) to where it stands in the answer. Lists keep their order there. */
export type Pointed<Item> = readonly [item: Item, pointer: string];

/** Securities, schemes and funds; transactions stand in `/transactions` below the first two. */
export function holdingPointers({
  dematAccounts,
  folios,
  npsAccounts,
}: Portfolio): Pointed<object & Partial<Pick<Security, 'transactions'>>>[] {
  return [
    ...dematAccounts.flatMap(({ securities }, account) =>
      [...Map.groupBy(securities, (security) => security.kind)].flatMap(([kind, list]) =>
        below(`/demat_accounts/${account}/holdings/${LISTS[kind]}`, list),
      ),
    ),
    ...folios.flatMap(({ schemes }, folio) => below(`/mutual_funds/${folio}/schemes`, schemes)),
    ...npsAccounts.flatMap(({ funds }, account) => below(`/nps/${account}/funds`, funds)),
  ];
}

/** Accounts, and what a statement says of itself and of the investor. */
export function accountPointers(portfolio: Portfolio): Pointed<object>[] {
  const { dematAccounts, folios, npsAccounts, policies, investor, summary } = portfolio;
  return [
    [investor, '/investor'],
    [summary, '/summary'],
    ...below('/demat_accounts', dematAccounts),
    ...below('/mutual_funds', folios),
    ...below('/nps', npsAccounts),
    ...below('/insurance/life_insurance_policies', policies),
    ...dematAccounts.flatMap(({ holders }, index) =>
      below(`/demat_accounts/${index}/linked_holders`, holders),
    ),
    ...folios.flatMap(({ holders }, index) =>
      below(`/mutual_funds/${index}/linked_holders`, holders),
    ),
    ...npsAccounts.flatMap(({ holders }, index) => below(`/nps/${index}/linked_holders`, holders)),
  ];
}

function below<Item>(list: string, items: readonly Item[]): Pointed<Item>[] {
  return items.map((item, index) => [item, `${list}/${index}`]);
}
