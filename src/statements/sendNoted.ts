import type { ParseAnswer } from '../service/parse.ts';
import { AppError, isAppError } from '../service/appError.ts';
import { answerLost, resolveBilling } from './lostAnswer.ts';
import { NotedSends } from './notedSends.ts';
import type { ParseStorage, ParseRequest, ParseInteraction } from './parseRequest.ts';

/** How long the person is kept waiting for the log; what it does not tell by then is looked up before the next try. */
const PATIENCE_MS = 12_000;
/** A service that answered, if only that it failed, has ended its work: the log has it now, or never. */
const PATIENCE_ANSWERED_MS = 3_000;

/** Sends with a note on disk from before the first byte leaves until the answer is kept. @throws AppError */
export async function sendNoted(
  hash: string,
  { account, signal }: ParseRequest,
  { store, sent, unread, lookUp }: ParseStorage,
  interaction: ParseInteraction,
  password: string | undefined,
): Promise<ParseAnswer> {
  const sends = new NotedSends({ hash, accountId: account.id, sent, lookUp });
  try {
    const answer = await interaction.send(password, sends);
    const isKept = await store.keep(hash, { text: answer.text, requestId: answer.requestId });
    // What is in memory only is lost with this window: then the note still tells that it was paid for.
    if (isKept) await settled(hash, { sent, unread });
    return answer;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { answer, mayBeBilled, httpStatus } = error.details;
    const note = sends.last;
    // Kept before anything is concluded from it.
    if (answer !== undefined && note?.requestId !== undefined)
      await unread.keep(hash, note.requestId, answer);
    if (mayBeBilled === false) await sends.allFree();
    // Whoever cancels wants to go, and what was received is to be looked at first: both are looked up the next time.
    if (mayBeBilled === false || error.kind === 'cancelled' || error.kind === 'answerUnknown')
      throw error;
    if (!note) throw error;
    const onLookingUp = (until: number) => interaction.onStep({ at: 'lookingUp', until });
    const wasAnswered = httpStatus !== undefined;
    const patienceMs = wasAnswered ? PATIENCE_ANSWERED_MS : PATIENCE_MS;
    const manner = { patienceMs, wasAnswered };
    const fate = await resolveBilling(note, { ...lookUp, onLookingUp }, signal, manner).catch(
      () => 'notKnown' as const,
    );
    if (fate === 'billed') throw answerLost(fate, note.requestId, answer);
    if (fate === 'notKnown') throw error;
    await sends.allFree();
    throw asNotBilled(error);
  }
}

/** The portfolio is here and kept: nothing that was sent for it, or came of it, is needed any more. */
export async function settled(
  hash: string,
  { sent, unread }: Pick<ParseStorage, 'sent' | 'unread'>,
): Promise<void> {
  await sent.settled(hash);
  await unread.forget(hash);
}

function asNotBilled({ kind, details }: AppError): AppError {
  return new AppError(kind, { ...details, mayBeBilled: false, lookedUp: true });
}
