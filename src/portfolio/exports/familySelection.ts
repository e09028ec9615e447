import { asFamily } from '../family/asFamily.ts';
import { countedPortfolio } from '../family/countedPortfolio.ts';
import type { Family } from '../family/family.ts';
import type { Portfolio } from '../model.ts';
import { holdingsOf } from '../positions.ts';
import type { Position } from '../positions.ts';
import { costAndGain } from '../totals.ts';
import type { ExportSpec } from './exportSpec.ts';
import { selectionAmong } from './selection.ts';
import type { Selection } from './selection.ts';
import type { Whole } from './whole.ts';

/** The part of several statements, put together, that is written. Null when they do not have what was asked for. */
export function familySelection(
  statements: readonly Portfolio[],
  spec: Pick<ExportSpec, 'keys' | 'rows'>,
): Selection | null {
  const family = asFamily(statements);
  const { positions, statements: counted } = countedPortfolio(family);
  const selected = selectionAmong(positions, spec);
  return selected && { ...selected, statements, counted, whole: wholeOfFamily(family, positions) };
}

function wholeOfFamily(family: Family, counted: readonly Position[]): Whole {
  const { members, statements, totals } = family;
  const pans = members.flatMap(({ investor }) => investor.pan ?? []);
  return {
    investor: members.map(({ investor }) => investor.name ?? 'not stated').join(', '),
    pan: pans.length === 0 ? null : pans.join(', '),
    statement: `${statements.length} statements as one`,
    from: null,
    to: null,
    value: totals.total,
    valueNote:
      totals.deductions.length === 0
        ? 'the sum of the statements'
        : 'the sum of the statements, less what two of them list',
    paid: costAndGain(holdingsOf(counted)),
  };
}
