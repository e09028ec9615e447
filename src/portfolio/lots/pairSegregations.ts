import { UNITS_TOLERANCE, within } from '../checks/tolerance.ts';
import { Decimal } from '../decimal.ts';
import { unitsAfter } from './history.ts';
import type { Movement } from './movement.ts';
import type { FolioHistory } from './pairMergers.ts';

/** A portfolio that was segregated from the one of a scheme, in equal numbers of units. */
export interface Segregation<History> {
  /** The units that were created. */
  readonly created: Movement;
  readonly main: History;
  /** Where it happened in the history of the main scheme. */
  readonly record: Movement;
  /** INR per unit on that day, of the segregated portfolio and of what was left; null when one is not printed. */
  readonly navs: { readonly segregated: Decimal; readonly left: Decimal } | null;
}

/** A folio with more of them than funds ever had is not paired. */
const MOST_SEGREGATIONS = 50;

/**
 * Finds the scheme from which each segregated portfolio was made: the only one in its folio of which as many units were held at
 * the end of that day (SEBI circular SEBI/HO/IMD/DF2/CIR/P/2018/160 of 28 December 2018: equal numbers of units). Where its
 * history has no row for it, one is put in.
 */
export function pairSegregations<History extends FolioHistory>(
  histories: readonly History[],
): Segregation<History>[] {
  const folios = Map.groupBy(histories, ({ folio }) => folio);
  return [...folios.values()].flatMap((members) => pairInFolio(members));
}

function pairInFolio<History extends FolioHistory>(
  members: readonly History[],
): Segregation<History>[] {
  const created = members.flatMap((history) =>
    history.movements
      .filter(({ kind }) => kind === 'segregated')
      .map((movement) => ({ history, movement })),
  );
  if (created.length > MOST_SEGREGATIONS) return [];
  return created.flatMap(({ history, movement }) => {
    const mains = members.filter((other) => other !== history && heldAsMany(other, movement));
    const [main] = mains;
    return main && mains.length === 1 ? [segregation(main, movement)] : [];
  });
}

function heldAsMany({ opening, movements }: FolioHistory, { day, units }: Movement): boolean {
  const until = movements.filter((movement) => movement.day <= day);
  return within(UNITS_TOLERANCE, unitsAfter(opening, until), units);
}

function segregation<History extends FolioHistory>(
  main: History,
  created: Movement,
): Segregation<History> {
  const printed = main.movements.find(
    ({ kind, day }) => kind === 'segregation' && day === created.day,
  );
  if (!printed) return { created, main, record: putIn(main, created), navs: null };
  const segregated = created.row.nav;
  const left = printed.row.nav;
  const areKnown = segregated && left && segregated.sign > 0 && left.sign > 0;
  return { created, main, record: printed, navs: areKnown ? { segregated, left } : null };
}

function putIn({ movements }: FolioHistory, created: Movement): Movement {
  const record: Movement = { ...created, kind: 'segregation', units: Decimal.zero, amount: null };
  const later = movements.findIndex(({ day }) => day > created.day);
  movements.splice(later === -1 ? movements.length : later, 0, record);
  return record;
}
