import type { Account } from '../connections/account.ts';
import type { Rooms } from '../rooms.ts';
import { chooseSignIn } from './chooseSignIn.ts';
import type { Way } from './chooseSignIn.ts';

/**
 * The account in use; without one, the person is asked how to sign in.
 * @param instead another way to what the person wants, without an account
 * @throws Problem
 */
export async function accountInUse(rooms: Rooms, instead?: Way): Promise<Account | undefined> {
  const account = await rooms.accounts.current();
  if (account) return account;
  return (await chooseSignIn(rooms, instead)) ? rooms.accounts.current() : undefined;
}
