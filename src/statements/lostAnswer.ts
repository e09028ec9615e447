import type { FoundRequest, Silence } from '../service/findRequest.ts';
import { AppError, isAppError } from '../service/appError.ts';
import type { Timing } from '../service/timing.ts';
import type { PendingNote } from './storage/sentJournal.ts';
import type { SendClock } from './sendClock.ts';

/** What became of a request whose answer never arrived. */
export type BillingOutcome = 'billed' | 'notBilled' | 'notKnown';

export interface LookUp {
  /**
   * Asks the service's usage log. `undefined` where nobody can: signed out, or another account or key sent it.
   * @throws AppError
   */
  readonly find: (note: PendingNote, signal: AbortSignal) => Promise<FoundRequest | undefined>;
  readonly timing: Pick<Timing, 'now' | 'sleep'>;
  readonly clock: SendClock;
  /** A request that the log does not have after this time was never worked on. */
  readonly settledAfterMs: number;
  readonly onLookingUp: (until: number) => void;
}

export interface LookUpManner {
  /** After which it stays unknown for now. */
  readonly patienceMs?: number;
  /** An answer came, if only a failure: so the service has ended its work. */
  readonly wasAnswered?: boolean;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
/** A parse takes 5 to 30 s. However short the person's own patience is, the service goes on. */
const LEAST_SETTLED_AFTER_MS = 120_000;
/** How long a log that lists the questions put to it may take to list one. */
const QUESTION_WAIT_MS = 15_000;

/**
 * When a request is settled that the usage log does not have.
 * @param timeoutSeconds that an answer is waited for
 */
export function settledAfter(timeoutSeconds: number): number {
  return Math.max(2 * timeoutSeconds * 1000, LEAST_SETTLED_AFTER_MS);
}

/**
 * Looks up whether a request was paid for. That the log has it as billed is an answer at once, and as free where the service answered,
 * or has had its time. That the log does not have it is one only when
 * - the service has had its time, by a clock that nobody sets (`SendClock`),
 * - it can be in the log under no other id (`Silence.conclusive`), and it is the log of the key that it was sent with (`find`),
 * - the log is not behind or out of order: one that lists questions like this one lists one that was put after that time, and any
 *   lists something of ours.
 * Until then it is asked again, as long as patience lasts.
 * @throws AppError `cancelled`
 */
export async function resolveBilling(
  note: PendingNote,
  { find, timing, clock, settledAfterMs, onLookingUp }: LookUp,
  signal: AbortSignal,
  { patienceMs = Infinity, wasAnswered = false }: LookUpManner = {},
): Promise<BillingOutcome> {
  if (note.requestId === undefined || note.sentAt === undefined) return 'notKnown';
  const silences = new Silences();
  let waited = 0;
  let wait = FIRST_WAIT_MS;
  onLookingUp(timing.now() + Math.max(0, Math.min(settledAfterMs - clock.since(note), patienceMs)));
  for (;;) {
    // Looked at before the question, since the answer is older than what is read from it.
    const settledFor = clock.since(note) - settledAfterMs;
    const found = await findOrNot(note, find, signal);
    if (!found) return 'notKnown';
    if (found.status === 'billed') return 'billed';
    if (found.status === 'free') {
      // Whatever stands between may have sent it on twice: then the other one is under way still, unless an answer came.
      if (wasAnswered) return 'notBilled';
      if (settledFor >= 0) return found.conclusive ? 'notBilled' : 'notKnown';
    } else if (settledFor >= 0) {
      const meaning = silences.meaning(found);
      if (meaning !== 'askAgain') return meaning;
    }
    if (waited >= patienceMs) return 'notKnown';
    const left = settledFor < 0 ? -settledFor : Infinity;
    const sleep = Math.min(wait, left, patienceMs - waited);
    // From then on it is a matter of the log alone, which is asked soon again at first.
    wait = sleep === left ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
    if (settledFor >= 0) silences.waitedMs += sleep;
    waited += sleep;
    await timing.sleep(sleep, signal);
  }
}

/** Questions that were put to a log after the request had settled, and did not find it. */
class Silences {
  waitedMs = 0;
  readonly #asked = new Set<string>();

  meaning({
    conclusive,
    isAlive,
    askedAs,
    questions,
    listsQuestions,
  }: Silence): BillingOutcome | 'askAgain' {
    if (!conclusive) return 'notKnown';
    if ([...this.#asked].some((id) => questions.has(id))) return 'notBilled';
    this.#asked.add(askedAs);
    if (this.waitedMs < QUESTION_WAIT_MS) return 'askAgain';
    return isAlive && !listsQuestions ? 'notBilled' : 'notKnown';
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
    if (!isAppError(error) || error.kind === 'cancelled') throw error;
    return undefined;
  }
}

/**
 * For a statement that is not to be sent again without a word from the person.
 * @param answer what arrived of it, if anything did
 */
export function answerLost(
  fate: 'billed' | 'notKnown',
  requestId: string | undefined,
  answer: string | undefined,
): AppError {
  return new AppError('answerLost', {
    requestId,
    mayBeBilled: fate === 'billed' ? true : undefined,
    ...(answer !== undefined && { answer }),
  });
}
