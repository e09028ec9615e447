import type { Credential } from '../service/client.ts';
import { type ParseAnswer, isPortfolio } from '../service/parse.ts';
import { Problem, isProblem } from '../service/problem.ts';
import { type Sends, unnotedSends } from '../service/sends.ts';
import { checkPdf } from './checkPdf.ts';
import type { Locks } from './keep/locks.ts';
import type { SentJournal } from './keep/sentJournal.ts';
import type { UnreadAnswers } from './keep/unreadAnswers.ts';
import { type LookUp, answerLost, lookUpFate } from './lostAnswer.ts';
import { NotedSends } from './notedSends.ts';
import type { PasswordStore } from './passwordStore.ts';
import { sha256 } from './sha256.ts';
import type { Shelf } from './shelf.ts';
import type { Step } from './steps.ts';
import { withPassword } from './withPassword.ts';

/** Why a password is asked again: surely wrong, or the service could not say whether it was the file. */
export type PasswordRefused = 'passwordWrong' | 'passwordOrFileWrong';

export interface GivenPassword {
  readonly password: string;
  /** The person wants it remembered on this computer. */
  readonly remember: boolean;
  /** Nobody typed it for this PDF, so nobody is told that it is wrong. */
  readonly guessed?: boolean;
  /** Called once it is known whether it opened the PDF. */
  readonly tried?: (worked: boolean) => void;
}

/** What a statement needs from the person and from the service while it is being parsed. */
export interface StatementHelp {
  /** Passwords of others in the same batch that are worth a try, the best first. */
  knownPasswords(): readonly string[];
  /**
   * @param tried what has been refused for this PDF
   * @returns `undefined` when the person gives up
   */
  askPassword(
    refused: PasswordRefused | undefined,
    tried: ReadonlySet<string>,
  ): Promise<GivenPassword | undefined>;
  /** Told before the upload of a file that may be refused for its size. */
  warnLarge(bytes: number): void;
  /**
   * Sends the statement to the service.
   * @param sends to be told of each send before it leaves
   * @throws Problem
   */
  readonly send: (password: string | undefined, sends: Sends) => Promise<ParseAnswer>;
  onStep(step: Step): void;
}

/** Where parsed statements, and notes on those under way, are kept. */
export interface Keeping {
  readonly store: Shelf;
  readonly sent: SentJournal;
  readonly unread: Pick<UnreadAnswers, 'keep' | 'find' | 'forget'>;
  readonly locks: Locks;
  readonly passwords: PasswordStore;
  readonly lookUp: Omit<LookUp, 'onLookingUp'>;
}

export interface ParseWish {
  readonly pdf: Uint8Array;
  readonly signal: AbortSignal;
  /** Who pays. */
  readonly account: Pick<Credential, 'origin'> & { readonly id: string };
  /** From the sandbox: nothing is paid for, and nothing that comes is worth keeping. */
  readonly sample: boolean;
  /** The person knows that it may have been paid for, and wants it again all the same. */
  readonly payAgain: boolean;
}

export interface ParsedStatement {
  readonly text: string;
  readonly hash: string;
  /** ISO date-time when it was parsed before, at no cost now; `undefined` for an answer of the service just now. */
  readonly keptAt: string | undefined;
}

/**
 * From a PDF's bytes to the portfolio's JSON: local checks, what is kept already, what became of an earlier try,
 * password, upload. Nothing is sent twice that may have been paid for, unless the person says so.
 * @returns `undefined` when the person gave up at the password
 * @throws Problem
 */
export async function parseStatement(
  wish: ParseWish,
  keeping: Keeping,
  help: StatementHelp,
): Promise<ParsedStatement | undefined> {
  checkPdf(wish.pdf);
  const hash = sha256(wish.pdf);
  if (wish.sample)
    return withPassword(wish, hash, keeping.passwords, help, (password) =>
      help.send(password, unnotedSends),
    );
  return keeping.locks.withLock(
    hash,
    wish.signal,
    async () => {
      // Also where one more payment was agreed to: another window may have it meanwhile.
      const kept = await findKept(hash, keeping);
      if (kept) return kept;
      if (!wish.payAgain) await settleEarlierTries(hash, wish, keeping, help);
      await keeping.store.prepare();
      return withPassword(wish, hash, keeping.passwords, help, (password) =>
        sendNoted(hash, wish, keeping, help, password),
      );
    },
    { onWait: () => help.onStep({ at: 'otherWindow' }) },
  );
}

/** What is kept for a PDF, also under a form that an earlier version did not understand. */
async function findKept(
  hash: string,
  { store, sent, unread }: Keeping,
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

async function settled(
  hash: string,
  { sent, unread }: Pick<Keeping, 'sent' | 'unread'>,
): Promise<void> {
  await sent.settled(hash);
  await unread.forget(hash);
}

/** Why what is kept cannot be opened: it is another browser's, or damaged or shut for now. */
async function keptShut(hash: string, store: Shelf): Promise<Problem> {
  const elsewhere = await store.isKeptElsewhere(hash);
  return new Problem(elsewhere ? 'keptElsewhere' : 'keptUnreadable', { mayBeBilled: false });
}

/**
 * @throws Problem `answerLost` when an earlier try was paid for, or may have been; `keptUnreadable` or
 * `keptElsewhere` when its portfolio was kept and cannot be opened here: whether it is worth another credit is for the person to say
 */
async function settleEarlierTries(
  hash: string,
  { signal }: ParseWish,
  { store, sent, unread, lookUp }: Keeping,
  help: StatementHelp,
): Promise<void> {
  if (await store.wasKept(hash)) throw await keptShut(hash, store);
  const onLookingUp = (until: number) => help.onStep({ at: 'lookingUp', until });
  let unknown: Problem | undefined;
  for (const note of await sent.pending(hash)) {
    const fate = await lookUpFate(note, { ...lookUp, onLookingUp }, signal);
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

/** How long the person is kept waiting for the log; what it does not tell by then is looked up before the next try. */
const PATIENCE_MS = 12_000;
/** A service that answered, if only that it failed, has ended its work: the log has it now, or never. */
const PATIENCE_ANSWERED_MS = 3_000;

/** Sends with a note on disk from before the first byte leaves until the answer is kept. @throws Problem */
async function sendNoted(
  hash: string,
  { account, signal }: ParseWish,
  { store, sent, unread, lookUp }: Keeping,
  help: StatementHelp,
  password: string | undefined,
): Promise<ParseAnswer> {
  const sends = new NotedSends({ hash, accountId: account.id, sent, lookUp });
  try {
    const answer = await help.send(password, sends);
    const isKept = await store.keep(hash, { text: answer.text, requestId: answer.requestId });
    // What is in memory only is lost with this window: then the note still tells that it was paid for.
    if (isKept) await settled(hash, { sent, unread });
    return answer;
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { answer, mayBeBilled, httpStatus } = error.facts;
    const note = sends.last;
    // Kept before anything is concluded from it.
    if (answer !== undefined && note?.requestId !== undefined)
      await unread.keep(hash, note.requestId, answer);
    if (mayBeBilled === false) await sends.allFree();
    // Whoever cancels wants to go, and what was received is to be looked at first: both are looked up the next time.
    if (mayBeBilled === false || error.kind === 'cancelled' || error.kind === 'answerUnknown')
      throw error;
    if (!note) throw error;
    const onLookingUp = (until: number) => help.onStep({ at: 'lookingUp', until });
    const wasAnswered = httpStatus !== undefined;
    const patienceMs = wasAnswered ? PATIENCE_ANSWERED_MS : PATIENCE_MS;
    const manner = { patienceMs, wasAnswered };
    const fate = await lookUpFate(note, { ...lookUp, onLookingUp }, signal, manner).catch(
      () => 'notKnown' as const,
    );
    if (fate === 'billed') throw answerLost(fate, note.requestId, answer);
    if (fate === 'notKnown') throw error;
    await sends.allFree();
    throw asNotBilled(error);
  }
}

function asNotBilled({ kind, facts }: Problem): Problem {
  return new Problem(kind, { ...facts, mayBeBilled: false, lookedUp: true });
}
