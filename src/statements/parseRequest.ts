import type { Credential } from '../service/credential.ts';
import type { ParseAnswer } from '../service/parse.ts';
import type { Sends } from '../service/sends.ts';
import type { Locks } from './storage/locks.ts';
import type { SentJournal } from './storage/sentJournal.ts';
import type { UnreadAnswers } from './storage/unreadAnswers.ts';
import type { LookUp } from './lostAnswer.ts';
import type { PasswordStore } from './passwordStore.ts';
import type { StatementCache } from './statementCache.ts';
import type { Step } from './steps.ts';

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

/** Prompts, progress and upload for one statement. */
export interface ParseInteraction {
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
   * @throws AppError
   */
  readonly send: (password: string | undefined, sends: Sends) => Promise<ParseAnswer>;
  onStep(step: Step): void;
}

/** Keeps parsed statements, and notes on those under way. */
export interface ParseStorage {
  readonly store: StatementCache;
  readonly sent: SentJournal;
  readonly unread: Pick<UnreadAnswers, 'keep' | 'find' | 'forget'>;
  readonly locks: Locks;
  readonly passwords: PasswordStore;
  readonly lookUp: Omit<LookUp, 'onLookingUp'>;
}

/** One PDF to parse, and who pays. */
export interface ParseRequest {
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
