import { Decimal } from '../../../portfolio/decimal.ts';
import type { Line } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { PrintedFolio, PrintedHolder } from '../../statement.ts';
import type { AccountIds } from './accountIds.ts';
import { entryFor } from './folioDirectory.ts';
import type { FolioEntry } from './folioDirectory.ts';
import { areSameHolders } from './holders.ts';
import type { Roster, RosterGroup } from './roster.ts';
import { shareOut } from './shareOut.ts';

/** A table of fund units: where its rows stand, and what says whose they are. */
export interface FundTable {
  readonly anchors: readonly Line[];
  /** Named right above the table. */
  readonly holders: readonly PrintedHolder[];
  /** The demat account that the table follows. */
  readonly account: AccountIds | null;
}

/**
 * Gives each folio its holders. Where several groups of holders have folios, the names beside a folio decide; else the groups' values in
 * the list of accounts, when the folios can be shared out in one way only; else the account whose pages the folios follow.
 */
export function addFundHolders(
  folios: readonly PrintedFolio[],
  tables: readonly FundTable[],
  entries: ReadonlyMap<string, readonly FolioEntry[]>,
  roster: Roster | null,
  notes: Notes,
): void {
  const groups = roster?.groups.filter(({ rows }) => rows.some(isFunds)) ?? [];
  const [first, ...others] = groups;
  if (!first) return;
  const isOne = others.every(({ holders }) => areSameHolders(holders, first.holders));
  const owners = new Map<PrintedFolio, RosterGroup>();
  if (isOne) for (const folio of folios) owners.set(folio, first);
  else {
    addNamed(owners, folios, tables, entries, groups);
    addByValue(owners, folios, groups);
    addByPlace(owners, folios, tables, groups);
  }
  for (const folio of folios) folio.holders.push(...(owners.get(folio)?.holders ?? []));
  const unknown = folios.find((folio) => !owners.has(folio));
  if (unknown) {
    notes.warn('fund-holders', 'Whose fund folio this is was not found.', unknown.place);
  }
}

function isFunds({ what }: RosterGroup['rows'][number]): boolean {
  return what === 'funds';
}

function addNamed(
  owners: Map<PrintedFolio, RosterGroup>,
  folios: readonly PrintedFolio[],
  tables: readonly FundTable[],
  entries: ReadonlyMap<string, readonly FolioEntry[]>,
  groups: readonly RosterGroup[],
): void {
  for (const folio of folios) {
    const above = tableOf(folio, tables)?.holders ?? [];
    const named = groups.filter(({ holders }) => areSameHolders(holders, above));
    const entry = entryFor(folio, entries);
    const beside = entry ? groups.filter((group) => isNamedIn(entry, group, groups)) : [];
    const owner = named.length === 1 ? named[0] : beside.length === 1 ? beside[0] : undefined;
    if (owner) owners.set(folio, owner);
  }
}

/** Whether an entry names all holders of a group, and none that is only in others. */
function isNamedIn({ text }: FolioEntry, group: RosterGroup, all: readonly RosterGroup[]): boolean {
  const isIn = ({ name }: PrintedHolder): boolean => name !== null && ` ${text} `.includes(name);
  const own = new Set(group.holders.map(({ name }) => name));
  const strangers = all.flatMap(({ holders }) => holders.filter(({ name }) => !own.has(name)));
  return group.holders.length > 0 && group.holders.every(isIn) && !strangers.some(isIn);
}

/** Shares out what is left to the groups whose values are not yet made up; what is worth nothing could be anybody's. */
function addByValue(
  owners: Map<PrintedFolio, RosterGroup>,
  folios: readonly PrintedFolio[],
  groups: readonly RosterGroup[],
): void {
  const left = folios.filter((folio) => !owners.has(folio) && valueOf(folio).sign !== 0);
  const wanted = groups.map((group) => {
    const listed = Decimal.sum(
      group.rows.filter(isFunds).flatMap(({ value }) => value?.value ?? []),
    );
    const known = folios.filter((folio) => owners.get(folio) === group).map(valueOf);
    return listed.minus(Decimal.sum(known));
  });
  const shares = shareOut(left.map(valueOf), wanted);
  left.forEach((folio, index) => {
    const group = shares && groups[shares[index] ?? -1];
    if (group) owners.set(folio, group);
  });
}

function addByPlace(
  owners: Map<PrintedFolio, RosterGroup>,
  folios: readonly PrintedFolio[],
  tables: readonly FundTable[],
  groups: readonly RosterGroup[],
): void {
  for (const folio of folios) {
    const ids = tableOf(folio, tables)?.account;
    if (owners.has(folio) || !ids) continue;
    const owner = groups.filter(({ rows }) =>
      rows.some((row) => row.ids?.dpId === ids.dpId && row.ids.clientId === ids.clientId),
    );
    const [only] = owner;
    if (only && owner.length === 1) owners.set(folio, only);
  }
}

function tableOf({ place }: PrintedFolio, tables: readonly FundTable[]): FundTable | undefined {
  return tables.find(({ anchors }) =>
    anchors.some(({ page, row }) => page === place.page && row === place.row),
  );
}

function valueOf({ schemes }: PrintedFolio): Decimal {
  return Decimal.sum(schemes.flatMap(({ value }) => value?.value ?? []));
}
