import type { CallService } from '../service/client.ts';
import { findRequest } from '../service/findRequest.ts';
import type { LookUp } from '../statements/lostAnswer.ts';
import type { AccountStore } from './accountStore.ts';

/**
 * Looks a statement that was sent up in the usage log of the account that sent it, which an access token may not read
 * and a gateway does not tell.
 */
export function findSent(
  call: CallService,
  accounts: Pick<AccountStore, 'list' | 'credentialOf'>,
): LookUp['find'] {
  return async (note, signal) => {
    const sender = (await accounts.list()).find(({ id }) => id === note.accountId);
    if (!sender || note.requestId === undefined) return undefined;
    if (sender.kind === 'accessToken' || sender.kind === 'gateway') return undefined;
    const from = note.sentAt ?? 0;
    const key = await accounts.credentialOf(sender);
    return findRequest(call, key, note.requestId, { from }, signal);
  };
}
