import type { Position } from '../../positions.ts';
import { accountNumber } from '../holdingsTable.ts';
import type { Holding } from './journal.ts';

/** Longer parts of an account name only make the file hard to read. */
const LONGEST_PART = 60;
/** Beancount takes 24 characters; the rest is for a number that tells two apart. */
const LONGEST_SYMBOL = 20;

const ROOTS = {
  folio: 'Assets:MutualFunds',
  demat: 'Assets:Demat',
  nps: 'Assets:NPS',
  insurance: 'Assets:Insurance',
} as const satisfies Record<Position['account']['of'], string>;

/** Words that are something else where a commodity should be. */
const TAKEN_SYMBOLS = ['INR', 'TRUE', 'FALSE', 'NULL'];

/**
 * Names that hledger, Ledger and Beancount all take, made of letters, digits and hyphens. Two accounts never get the same name, nor do two
 * securities or two positions of one security in one account: units that are counted apart stay apart.
 */
export class JournalNames {
  readonly #accounts = new Names();
  readonly #symbols = new Names(TAKEN_SYMBOLS);
  readonly #holdings = new Set<string>();

  /** To be asked once for each position: a second one of the same security in the same account gets an account of its own. */
  of(position: Position): Holding {
    const symbol = this.#symbols.of(identity(position), () => symbolFor(position));
    const account = this.#accounts.of(position.account.key, () => accountFor(position));
    const own = firstFree(account, (name) => this.#holdings.has(`${name} ${symbol}`));
    this.#holdings.add(`${own} ${symbol}`);
    return { account: own, symbol };
  }
}

/** Gives each key a name that no other key has. */
class Names {
  readonly #byKey = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(taken: readonly string[] = []) {
    this.#taken = new Set(taken);
  }

  of(key: string, wanted: () => string): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const name = firstFree(wanted(), (taken) => this.#taken.has(taken));
    this.#taken.add(name);
    this.#byKey.set(key, name);
    return name;
  }
}

/** The name, or the name with the first number that makes it another one. */
function firstFree(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${name}-${number}`;
  return free;
}

function accountFor(position: Position): string {
  const { account } = position;
  return [ROOTS[account.of], part(account.name), part(accountNumber(position))].join(':');
}

function part(text: string | null): string {
  const joined = words(text ?? '')
    .join('-')
    .slice(0, LONGEST_PART)
    .replace(/-$/, '');
  return joined === '' ? 'Unnamed' : joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** What makes two positions the same security. */
function identity({ isin, name, key }: Position): string {
  return isin === null ? `name ${name ?? key}` : `isin ${isin.trim().toUpperCase()}`;
}

/** The ISIN, or the name where there is none: capitals, beginning with a letter, at least two characters. */
function symbolFor({ isin, name }: Position): string {
  const joined = words(isin ?? name ?? '')
    .join('-')
    .toUpperCase();
  const lettered = /^[A-Z]/.test(joined) ? joined : `X${joined}`;
  const symbol = lettered.slice(0, LONGEST_SYMBOL).replace(/-$/, '');
  return symbol.length < 2 ? 'UNNAMED' : symbol;
}

/** Letters without their accents, and digits; everything else comes between words. */
function words(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
}
