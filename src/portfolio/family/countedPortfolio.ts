import type { Account } from '../accounts.ts';
import type { DematAccount, Folio, InsurancePolicy, NpsAccount, Portfolio } from '../model.ts';
import type { Position } from '../positions.ts';
import { sumOf } from '../totals.ts';
import type { Family, FamilyHolding } from './family.ts';

/** What a family counts, as if it stood in one statement. */
export interface CountedPortfolio {
  /** Positions with keys, accounts and origins of the family's: `1/mutual_funds[0].schemes[2]`. */
  readonly positions: readonly Position[];
  /** What of each statement counts; a folio of which a part is left out has no printed value any more. */
  readonly statements: readonly Portfolio[];
  /** All positions of each statement, with those that count being the ones above. */
  readonly positionsOf: readonly (readonly Position[])[];
}

/** Takes out what is left out. Figures are the statements' own: nothing is added up here but an account that is not whole. */
export function countedPortfolio(family: Family): CountedPortfolio {
  const byAccount = Map.groupBy(
    family.holdings,
    ({ statement, position }) => `${statement}/${position.account.key}`,
  );
  const accounts = new Map<string, Account>();
  for (const [key, holdings] of byAccount) {
    const account = accountOf(key, holdings);
    if (account) accounts.set(key, account);
  }
  const renamed = family.holdings.map((holding) => {
    const { statement, member, position, leftOut } = holding;
    const account = accounts.get(`${statement}/${position.account.key}`);
    const portfolio = family.statements[statement];
    const investor = family.members[member]?.investor;
    if (leftOut || !account || !portfolio || !investor) return position;
    const key = `${statement}/${position.key}`;
    const origin = { statement, member, investor, printed: portfolio.statement };
    return { ...position, key, account, origin };
  });
  return {
    positions: renamed.filter((_, index) => family.holdings[index]?.leftOut === null),
    statements: family.statements.map((portfolio, statement) =>
      countedPart(
        portfolio,
        family.holdings.filter((holding) => holding.statement === statement),
      ),
    ),
    positionsOf: family.statements.map((_, statement) =>
      renamed.filter((_position, index) => family.holdings[index]?.statement === statement),
    ),
  };
}

/** An account as the family counts it; undefined when nothing of it counts. */
function accountOf(key: string, holdings: readonly FamilyHolding[]): Account | undefined {
  const counted = holdings.filter(({ leftOut }) => leftOut === null);
  const [first] = counted;
  if (!first) return undefined;
  const { account } = first.position;
  const whole = counted.length === holdings.length;
  return {
    ...account,
    key,
    value: whole ? account.value : sumOf(counted.map(({ position }) => position)),
    positions: counted.length,
  };
}

function countedPart(portfolio: Portfolio, holdings: readonly FamilyHolding[]): Portfolio {
  const leftOut = new Set(
    holdings.flatMap(({ leftOut: overlap, position }) =>
      overlap
        ? [sourceOf(position), position.account.of === 'folio' ? null : position.account.account]
        : [],
    ),
  );
  const isCounted = (one: DematAccount | NpsAccount | InsurancePolicy) => !leftOut.has(one);
  return {
    ...portfolio,
    dematAccounts: portfolio.dematAccounts.filter(isCounted),
    npsAccounts: portfolio.npsAccounts.filter(isCounted),
    policies: portfolio.policies.filter(isCounted),
    folios: portfolio.folios.flatMap((folio) => {
      const schemes = folio.schemes.filter((scheme) => !leftOut.has(scheme));
      if (schemes.length === folio.schemes.length) return [folio];
      return schemes.length === 0 ? [] : [{ ...folio, schemes, value: null }];
    }),
  };
}

type Counted = DematAccount | NpsAccount | InsurancePolicy | Folio['schemes'][number];

function sourceOf({ source }: Position): Counted | null {
  if (source.of === 'scheme') return source.scheme;
  return source.of === 'policy' ? source.policy : null;
}
