import type { Position } from '../../positions.ts';
import { accountNumber } from '../holdingsTable.ts';
import { plainLine } from './plainLine.ts';

/**
 * Names of accounts and securities as programs for portfolios have them, each for one only: programs tell both apart by their names.
 * Free of what separates parts of a name in GnuCash and QIF.
 */
export class Names {
  readonly #accounts = new Unique();
  readonly #securities = new Unique();

  account(position: Position): string {
    const { account } = position;
    return this.#accounts.of(account.key, () =>
      nameOf([account.name, accountNumber(position)], 'Unnamed account'),
    );
  }

  /** Two positions of one ISIN are one security. */
  security(position: Position): string {
    const { isin, name } = position;
    return this.#securities.of(securityKey(position), () => nameOf([name ?? isin], 'Unnamed'));
  }
}

/** What makes two positions the same security. */
export function securityKey({ isin, name, key }: Position): string {
  return isin === null ? `name ${name ?? key}` : `isin ${isin.trim().toUpperCase()}`;
}

/** Gives each key a name that no other key has. */
export class Unique {
  readonly #byKey = new Map<string, string>();
  readonly #taken = new Set<string>();

  of(key: string, wanted: () => string): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const name = wanted();
    let free = name;
    for (let number = 2; this.#taken.has(free.toLowerCase()); number += 1)
      free = `${name} (${number})`;
    this.#taken.add(free.toLowerCase());
    this.#byKey.set(key, free);
    return free;
  }
}

function nameOf(parts: readonly (string | null)[], otherwise: string): string {
  const name = parts
    .map((part) => plainLine((part ?? '').replace(/[:[\]|^"\\]/g, ' ')))
    .filter((part) => part !== '')
    .join(' ');
  return name === '' ? otherwise : name;
}
