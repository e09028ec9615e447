import type { Fields } from './fields.ts';
import { isinInName } from './isin.ts';

/** Name and ISIN of a security or scheme. Of new ones the ISIN may stand in the name only. */
export function readIdentity(holding: Fields): { isin: string | null; name: string | null } {
  const name = holding.text('name');
  return { isin: holding.text('isin') ?? isinInName(name), name };
}
