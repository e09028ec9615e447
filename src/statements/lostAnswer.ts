import type { FoundRequest } from '../service/findRequest.ts';
import { Problem, isProblem } from '../service/problem.ts';
import type { Timing } from '../service/timing.ts';
import type { PendingNote } from './keep/sentJournal.ts';

/** What became of a request whose answer never arrived. */
export type Fate = 'billed' | 'notBilled' | 'notKnown';

export interface LookUp {
  /** Asks the service's usage log. `undefined` where nobody can: signed out, or another account sent it. @throws Problem */
  readonly find: (note: PendingNote, signal: AbortSignal) => Promise<FoundRequest | undefined>;
  readonly timing: Timing;
  /** A request that the log does not have after this time was never worked on. */
  readonly settledAfterMs: number;
  readonly onLookingUp: (until: number) => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

/**
 * Looks up whether a request was paid for. What the log does not have may be under way still, so it is asked until the
 * longest time that a parse takes is over, or patience is.
 * @param patienceMs after which it stays unknown for now
 * @throws Problem `cancelled`
 */
export async function lookUpFate(
  note: PendingNote,
  { find, timing, settledAfterMs, onLookingUp }: LookUp,
  signal: AbortSignal,
  patienceMs = Infinity,
): Promise<Fate> {
  if (note.requestId === undefined || note.sentAt === undefined) return 'notKnown';
  const now = timing.now();
  // A clock that was set back must not make us wait for hours.
  const sentAt = Math.min(note.sentAt, now);
  const until = sentAt + settledAfterMs;
  const giveUpAt = now + patienceMs;
  onLookingUp(Math.max(now, Math.min(until, giveUpAt)));
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    // Looked at before the question, since the answer is older than what is read from it.
    const settled = timing.now() >= until;
    const found = await findOrNot(note, find, signal);
    if (!found) return 'notKnown';
    if (found.status === 'billed') return 'billed';
    if (found.status === 'free') return 'notBilled';
    if (settled) return 'notBilled';
    if (timing.now() >= giveUpAt) return 'notKnown';
    await timing.sleep(
      Math.min(wait, Math.max(Math.min(until, giveUpAt) - timing.now(), 0)),
      signal,
    );
  }
}

async function findOrNot(
  note: PendingNote,
  find: LookUp['find'],
  signal: AbortSignal,
): Promise<FoundRequest | undefined> {
  try {
    return await find(note, signal);
  } catch (error) {
    if (!isProblem(error) || error.kind === 'cancelled') throw error;
    return undefined;
  }
}

/** For a statement that is not to be sent again without a word from the person. */
export function answerLost(fate: 'billed' | 'notKnown', requestId: string | undefined): Problem {
  return new Problem('answerLost', {
    requestId,
    mayBeBilled: fate === 'billed' ? true : undefined,
  });
}
