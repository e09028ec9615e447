import type { Credential } from '../service/client.ts';
import type { ParseAnswer } from '../service/parse.ts';
import { type Sends, unnotedSends } from '../service/sends.ts';
import { checkPdf } from './checkPdf.ts';
import { findKept, settleEarlierTries } from './earlierTries.ts';
import type { Locks } from './keep/locks.ts';
import type { SentJournal } from './keep/sentJournal.ts';
import type { UnreadAnswers } from './keep/unreadAnswers.ts';
import type { LookUp } from './lostAnswer.ts';
import type { PasswordStore } from './passwordStore.ts';
import { sendNoted } from './sendNoted.ts';
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
  /** `keptAt` of the portfolio that is kept and that the person wants anew all the same. */
  readonly insteadOf?: string | undefined;
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
      if (kept && !(wish.payAgain && kept.keptAt === wish.insteadOf)) return kept;
      if (!wish.payAgain) await settleEarlierTries(hash, wish, keeping, help);
      await keeping.store.prepare();
      return withPassword(wish, hash, keeping.passwords, help, (password) =>
        sendNoted(hash, wish, keeping, help, password),
      );
    },
    { onWait: () => help.onStep({ at: 'otherWindow' }) },
  );
}
