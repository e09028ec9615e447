import { l10n } from 'vscode';
import { type Account, isKeptHere } from '../connections/account.ts';

const DAY_MS = 24 * 60 * 60_000;
/** After this many days a key should be replaced (the usual advice of the systems we sign in to). */
const OLD_AFTER_DAYS = 90;

/** True when an account's key has been here so long that it should be replaced. `now` in ms since the epoch. */
export function isOldKey(account: Account | undefined, now: number): boolean {
  return account !== undefined && isLongLived(account) && days(account, now) >= OLD_AFTER_DAYS;
}

/** How long a key has been here: how old it is, nobody tells. */
export function keyAge(account: Account, now: number): string {
  const age = days(account, now);
  if (age === 0) return l10n.t('added today');
  const here = age === 1 ? l10n.t('here for 1 day') : l10n.t('here for {0} days', age);
  return isOldKey(account, now) ? l10n.t('{0}, time to replace it', here) : here;
}

/** Whether it is a key that should be replaced some day: what ends by itself need not be. */
export function isLongLived(account: Account): boolean {
  if (account.kind === 'gateway' && account.gateway?.signIn !== 'key') return false;
  return isKeptHere(account) && account.kind !== 'accessToken';
}

function days({ createdAt }: Account, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(createdAt)) / DAY_MS)) || 0;
}
