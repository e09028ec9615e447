import type { Decimal } from './decimal.ts';
import type { SchemeType, SecurityKind, Transaction } from './model.ts';

/** What a holding is, for allocation: folio funds by the type of their scheme. */
export type HoldingKind = SecurityKind | `folio-${Lowercase<SchemeType>}` | 'folio-untyped' | 'nps';

/** What a security, a scheme and an NPS fund have in common. */
export interface Holding {
  readonly kind: HoldingKind;
  readonly units: Decimal | null;
  readonly value: Decimal | null;
  /** Total invested, INR. Demat accounts never state it. */
  readonly cost: Decimal | null;
  readonly transactions: readonly Transaction[];
}

/** A closed position: the statement says zero units. */
export function isClosed({ units }: { readonly units: Decimal | null }): boolean {
  return units?.sign === 0;
}

/** What a scheme in a folio is, by the type that the statement prints. */
export function schemeKind(type: SchemeType | null): HoldingKind {
  return type === null ? 'folio-untyped' : FOLIO_KINDS[type];
}

const FOLIO_KINDS = {
  Equity: 'folio-equity',
  Debt: 'folio-debt',
  Hybrid: 'folio-hybrid',
  Other: 'folio-other',
} as const satisfies Record<SchemeType, HoldingKind>;
