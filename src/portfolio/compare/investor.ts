import type { Investor } from '../model.ts';
import { samePan } from './pan.ts';
import { comparableName } from './personName.ts';

/** How two statements' investors were told to be one or two; `unknown` when neither PAN nor name can say it. */
export type InvestorMatch = 'same-pan' | 'same-name' | 'different' | 'unknown';

type Identity = Pick<Investor, 'name' | 'pan'>;

/** By PAN where both statements print it in full, otherwise by name, whatever its case and spaces. */
export function matchInvestors(one: Identity, other: Identity): InvestorMatch {
  const byPan = one.pan !== null && other.pan !== null ? samePan(one.pan, other.pan) : null;
  if (byPan !== null) return byPan ? 'same-pan' : 'different';
  const names = [comparableName(one.name ?? ''), comparableName(other.name ?? '')];
  if (names.includes('')) return 'unknown';
  return names[0] === names[1] ? 'same-name' : 'different';
}
