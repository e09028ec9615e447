import { isPortfolio } from '../service/parse.ts';
import { AppError } from '../service/appError.ts';
import { answerLost, resolveBilling } from './lostAnswer.ts';
import type {
  ParseStorage,
  ParseRequest,
  ParsedStatement,
  ParseInteraction,
} from './parseRequest.ts';
import { settled } from './sendNoted.ts';
import type { StatementCache } from './statementCache.ts';

/** What is kept for a PDF, also under a form that an earlier version did not understand. */
export async function findKept(
  hash: string,
  { store, sent, unread }: ParseStorage,
): Promise<ParsedStatement | undefined> {
  const kept = await store.find(hash);
  if (kept) {
    // A window may have died after keeping the answer and before it took its notes back.
    if (!store.isLosable(hash)) await sent.settled(hash);
    return { text: kept.text, hash, keptAt: kept.keptAt };
  }
  const text = (await unread.find(hash)).find(isPortfolio);
  if (text === undefined) return undefined;
  if (await store.keep(hash, { text })) await settled(hash, { sent, unread });
  return { text, hash, keptAt: new Date().toISOString() };
}

/** Why what is kept cannot be opened: it is another browser's, or damaged or shut for now. */
async function keptShut(hash: string, store: StatementCache): Promise<AppError> {
  const elsewhere = await store.isKeptElsewhere(hash);
  return new AppError(elsewhere ? 'keptElsewhere' : 'keptUnreadable', { mayBeBilled: false });
}

/**
 * @throws AppError `answerLost` when an earlier try was paid for, or may have been; `keptUnreadable` or
 * `keptElsewhere` when its portfolio was kept and cannot be opened here: whether it is worth another credit is for the person to say
 */
export async function settleEarlierTries(
  hash: string,
  { signal }: ParseRequest,
  { store, sent, unread, lookUp }: ParseStorage,
  interaction: ParseInteraction,
): Promise<void> {
  if (await store.wasKept(hash)) throw await keptShut(hash, store);
  const onLookingUp = (until: number) => interaction.onStep({ at: 'lookingUp', until });
  let unknown: AppError | undefined;
  for (const note of await sent.pending(hash)) {
    const fate = await resolveBilling(note, { ...lookUp, onLookingUp }, signal);
    if (fate === 'notBilled') {
      await sent.notBilled(note);
      continue;
    }
    const lost = answerLost(fate, note.requestId, (await unread.find(hash)).at(-1));
    // What was certainly paid for is worth more to know than what may have been.
    if (fate === 'billed') throw lost;
    unknown ??= lost;
  }
  if (unknown) throw unknown;
}
