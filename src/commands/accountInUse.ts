import type { Account } from '../connections/account.ts';
import type { Container } from '../container.ts';
import { chooseSignIn } from './chooseSignIn.ts';
import type { Way } from './chooseSignIn.ts';

/**
 * The account in use; without one, the person is asked how to sign in.
 * @param instead another way to what the person wants, without an account
 * @throws AppError
 */
export async function accountInUse(
  container: Container,
  instead?: Way,
): Promise<Account | undefined> {
  const account = await container.accounts.current();
  if (account) return account;
  return (await chooseSignIn(container, instead)) ? container.accounts.current() : undefined;
}
