import type { CallService } from '../service/client.ts';
import type { ParseRequest } from '../service/parse.ts';
import type { ParseWish, StatementHelp } from '../statements/parseStatement.ts';
import type { Account } from './account.ts';
import type { AccountStore } from './accountStore.ts';
import type { Credentials } from './credentials.ts';
import { parseAs } from './parseAs.ts';

export interface SenderRooms {
  readonly call: CallService;
  readonly accounts: Pick<AccountStore, 'credentialOf'>;
  readonly credentials: Pick<Credentials, 'forParsing'>;
}

export interface SenderManner
  extends
    Pick<ParseWish, 'pdf' | 'signal'>,
    Pick<ParseRequest, 'insist' | 'timeoutSeconds'>,
    Pick<StatementHelp, 'onStep'> {}

/** How a PDF is sent to the service for an account: with the credential that the account parses with. */
export function statementSender(
  { call, accounts, credentials }: SenderRooms,
  account: Account,
  { onStep, ...manner }: SenderManner,
): StatementHelp['send'] {
  const key = account.kind === 'accessToken' ? undefined : () => accounts.credentialOf(account);
  return (password, requestId, willBeSentAt) =>
    parseAs(call, credentials.forParsing(account), key, {
      ...manner,
      password,
      requestId,
      onWait: (until) => {
        willBeSentAt(until);
        onStep({ at: 'pausing', until });
      },
    });
}
