import type { Account } from '../../portfolio/accounts.ts';
import { Personal, Text } from '../pieces/Text.tsx';
import { accountTitle, isCalledByNumber } from './accountTitle.ts';

/** What an account is called where its number does not stand beside it. */
export function AccountName({ account }: { readonly account: Account }) {
  return (
    <>
      <Text>{accountTitle(account)}</Text>
      {isCalledByNumber(account) && (
        <>
          {' '}
          <Personal>{account.number ?? ''}</Personal>
        </>
      )}
    </>
  );
}
