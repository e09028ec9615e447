import type { Position } from '../portfolio/positions.ts';

/** The positions whose name, issuer or ISIN holds the text, whatever its case; all without one. */
export function findPositions(all: readonly Position[], query: string | undefined): Position[] {
  const wanted = query?.trim().toLowerCase() ?? '';
  return all.filter(({ name, issuer, isin }) =>
    [name, issuer, isin].some((text) => (text ?? '').toLowerCase().includes(wanted)),
  );
}
