import { comparableAmc } from '../compare/amcName.ts';
import { readFolioNumber } from '../compare/folioNumber.ts';
import { statementDay } from '../compare/statementDay.ts';
import type { Folio, Portfolio } from '../model.ts';
import type { FamilyHolding, MissingLater } from './family.ts';
import type { Member } from './members.ts';

/** A statement and what it would list. */
interface Dated {
  readonly statement: number;
  readonly day: string;
  readonly member: Member | undefined;
  readonly portfolio: Portfolio;
  /** AMCs by folio number; null for a folio whose AMC is not printed. */
  readonly folios: ReadonlyMap<string, ReadonlySet<string | null>>;
}

/**
 * Finds what counts from an earlier statement although a later one should list it and does not: one of the same kind and member, or
 * one that has the same folio.
 */
export function findMissingLater(
  counted: readonly FamilyHolding[],
  statements: readonly Portfolio[],
  members: readonly Member[],
): MissingLater[] {
  const dated = statements.flatMap((portfolio, statement) => read(portfolio, statement, members));
  const latestFirst = dated.sort((one, other) => (one.day > other.day ? -1 : 1));
  return counted.flatMap((holding): MissingLater[] => {
    const own = latestFirst.find(({ statement }) => statement === holding.statement);
    if (!own || !isHeld(holding)) return [];
    const later = latestFirst.find(
      (other) => other.day > own.day && (isNextOf(own, other) || hasFolio(other, holding)),
    );
    return later ? [{ holding, later: later.statement }] : [];
  });
}

function read(portfolio: Portfolio, statement: number, members: readonly Member[]): Dated[] {
  const day = statementDay(portfolio);
  if (day === null) return [];
  const folios = new Map<string, Set<string | null>>();
  for (const folio of portfolio.folios) {
    const number = readFolioNumber(folio.folioNumber);
    if (!number) continue;
    const amcs = folios.get(number.base) ?? new Set();
    folios.set(number.base, amcs.add(amcOf(folio)));
  }
  const member = members.find(({ statements }) => statements.includes(statement));
  return [{ statement, day, member, portfolio, folios }];
}

function isHeld({ position }: FamilyHolding): boolean {
  return position.kind !== 'insurance' && !position.closed && position.value?.sign !== 0;
}

function isNextOf(own: Dated, other: Dated): boolean {
  const { kind } = own.portfolio.statement;
  return kind !== null && kind === other.portfolio.statement.kind && own.member === other.member;
}

function hasFolio(statement: Dated, { position }: FamilyHolding): boolean {
  const { account } = position;
  const number = account.of === 'folio' ? readFolioNumber(account.account.folioNumber) : null;
  if (account.of !== 'folio' || !number) return false;
  const amc = amcOf(account.account);
  const amcs = statement.folios.get(number.base);
  return amcs !== undefined && (amc === null || amcs.has(amc) || amcs.has(null));
}

function amcOf({ amc }: Folio): string | null {
  return amc === null ? null : comparableAmc(amc);
}
