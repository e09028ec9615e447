import { dematIdentity, npsIdentity, policyIdentity } from '../compare/identity.ts';
import type { Decimal } from '../decimal.ts';
import type { DematAccount, NpsAccount, Portfolio } from '../model.ts';
import { positions } from '../positions.ts';
import type { Position } from '../positions.ts';
import { dematValue, npsValue } from '../totals.ts';

/**
 * What can be in two statements as a whole: a demat account, an NPS account (PRAN), an insurance policy, a scheme of a folio.
 * An account of a later statement replaces all of the earlier one: what was sold in between is in neither.
 */
export interface Piece {
  readonly of: 'demat-account' | 'scheme' | 'nps-account' | 'policy';
  /** Place in the list of statements. */
  readonly statement: number;
  readonly positions: readonly Position[];
  /** INR, as the statement prints it or as its parts make it. Policies have none. */
  readonly value: Decimal | null;
  /** The same in every statement; null when the statement does not say which one it is. Schemes have it from `schemeIdentities`. */
  readonly identity: string | null;
}

/** What a statement consists of. */
export function piecesOf(portfolio: Portfolio, statement: number): Piece[] {
  const byAccount = Map.groupBy(positions(portfolio), ({ account }) => account.account);
  const policies = byAccount.get(null) ?? [];
  return [
    ...portfolio.dematAccounts.map((account) =>
      dematPiece(account, byAccount.get(account) ?? [], statement),
    ),
    ...portfolio.folios.flatMap((folio) =>
      (byAccount.get(folio) ?? []).map((position, _, schemes): Piece => {
        const value = position.value ?? (schemes.length === 1 ? folio.value : null);
        return { of: 'scheme', statement, positions: [position], value, identity: null };
      }),
    ),
    ...portfolio.npsAccounts.map((account) =>
      npsPiece(account, byAccount.get(account) ?? [], statement),
    ),
    ...policies.map((position): Piece => {
      const { source } = position;
      const identity = source.of === 'policy' ? policyIdentity(source.policy) : null;
      return { of: 'policy', statement, positions: [position], value: null, identity };
    }),
  ];
}

function dematPiece(account: DematAccount, held: readonly Position[], statement: number): Piece {
  return {
    of: 'demat-account',
    statement,
    positions: held,
    value: dematValue(account)?.value ?? null,
    identity: dematIdentity(account),
  };
}

function npsPiece(account: NpsAccount, held: readonly Position[], statement: number): Piece {
  return {
    of: 'nps-account',
    statement,
    positions: held,
    value: npsValue(account)?.value ?? null,
    identity: npsIdentity(account),
  };
}
