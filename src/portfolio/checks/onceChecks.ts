import type { Account } from '../accounts.ts';
import { accountIdentity, holdingIdentity } from '../compare/identity.ts';
import { Decimal } from '../decimal.ts';
import type { Position } from '../positions.ts';
import type { CheckSubject, OnceCheck } from './check.ts';
import { compared, noted } from './finding.ts';

/**
 * Whether an account, and a security, scheme, fund or policy within it, is listed more than once: with the same units and value
 * it was probably read twice and counts twice in the totals; with others it may be two parts of one. One check for each that is;
 * a single one that agrees when none is.
 */
export function checkOnce(positions: readonly Position[]): OnceCheck[] {
  const accounts = new Set(positions.map(({ account }) => account));
  const identities = new Map([...accounts].map((account) => [account, accountIdentity(account)]));
  const repeated = [
    ...repeats(accounts, (account) => identities.get(account) ?? null).flatMap(accountListedAgain),
    ...repeats(positions, (position) =>
      identityOf(position, identities.get(position.account) ?? null),
    ).flatMap(positionListedAgain),
  ];
  if (repeated.length > 0) return repeated;
  return [
    {
      kind: 'once',
      subject: { of: 'statement' },
      ...compared(true),
      figures: { listed: Decimal.fromInteger(positions.length) },
      others: [],
    },
  ];
}

/** Within an account that is not known by its number, it can still be told what is listed twice. */
function identityOf(position: Position, account: string | null): string | null {
  const holding = holdingIdentity(position);
  return holding === null ? null : `${account ?? position.account.key} ${holding}`;
}

/** The items that share an identity, in their order. Those without one cannot be told apart and are left out. */
function repeats<Item>(
  items: Iterable<Item>,
  identify: (item: Item) => string | null,
): (readonly Item[])[] {
  const byIdentity = Map.groupBy(items, identify);
  byIdentity.delete(null);
  return [...byIdentity.values()].filter((same) => same.length > 1);
}

function accountListedAgain(accounts: readonly Account[]): OnceCheck[] {
  return listedAgain(accounts.flatMap(subjectOf), false);
}

function positionListedAgain(positions: readonly Position[]): OnceCheck[] {
  // Nothing counts twice of what is closed.
  const figures = positions.filter(({ closed }) => !closed).map(figuresOf);
  return listedAgain(
    positions.map((position) => ({ of: 'position', position })),
    new Set(figures).size < figures.length,
  );
}

function figuresOf({ units, value }: Position): string {
  return JSON.stringify([units, value].map((figure) => figure?.trimmed(0).toString() ?? null));
}

function listedAgain(subjects: readonly CheckSubject[], twice: boolean): OnceCheck[] {
  const [subject, ...others] = subjects;
  if (!subject) return [];
  const finding = twice ? compared(false, 'listed-twice') : noted('listed-in-parts');
  const figures = { listed: Decimal.fromInteger(subjects.length) };
  return [{ kind: 'once', subject, ...finding, figures, others }];
}

function subjectOf(account: Account): CheckSubject[] {
  switch (account.of) {
    case 'demat':
      return [{ of: 'demat-account', account: account.account }];
    case 'folio':
      return [{ of: 'folio', folio: account.account }];
    case 'nps':
      return [{ of: 'nps-account', account: account.account }];
    case 'insurance':
      return [];
  }
}
