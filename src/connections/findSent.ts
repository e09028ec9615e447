import type { CallService } from '../service/client.ts';
import { findRequest } from '../service/findRequest.ts';
import { keyMark } from '../service/keyMark.ts';
import type { LookUp } from '../statements/lostAnswer.ts';
import type { AccountStore } from './accountStore.ts';

/**
 * Looks a statement that was sent up in the usage log of the account that sent it, which an access token may not read
 * and a gateway does not tell. An account may have another key since: the log of that one says nothing about it.
 */
export function findSent(
  call: CallService,
  accounts: Pick<AccountStore, 'list' | 'credentialOf'>,
): LookUp['find'] {
  /** Origins whose log has listed questions: when it does not, it is behind. */
  const listing = new Set<string>();
  return async (note, signal) => {
    const { requestId, byService } = note;
    const sender = (await accounts.list()).find(({ id }) => id === note.accountId);
    if (!sender || requestId === undefined) return undefined;
    if (sender.kind === 'accessToken' || sender.kind === 'gateway') return undefined;
    const key = await accounts.credentialOf(sender);
    if (note.keyMark !== undefined && note.keyMark !== keyMark(key.key, requestId))
      return undefined;
    const time = { from: note.sentAt ?? 0, byService };
    const found = await findRequest(call, key, requestId, time, signal);
    if (found.status !== 'absent') return found;
    if (found.listsQuestions) listing.add(key.origin);
    // A note that does not say which key it was sent with proves nothing by what another log does not have.
    const conclusive = found.conclusive && note.keyMark !== undefined;
    return { ...found, conclusive, listsQuestions: listing.has(key.origin) };
  };
}
