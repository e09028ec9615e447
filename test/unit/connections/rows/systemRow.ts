import type { Account } from '../../../../src/connections/account.ts';
import type { AccountStore } from '../../../../src/connections/accountStore.ts';
import type { ExchangeLine } from '../../../../src/service/client.ts';
import { type AppError, type AppErrorKind, isAppError } from '../../../../src/service/appError.ts';
import type { RecordedRequest } from '../../../service/recorder.ts';
import type { ManualTiming } from '../../http/fakeTiming.ts';
import type { SecretVault } from '../secretVault.ts';

/** The container around a connection and the local servers behind it, as far as every row needs them. */
export interface SystemStage {
  /** Time of the extension and of the servers. It passes only when a test says so, or somebody waits for it. */
  readonly timing: ManualTiming;
  readonly vault: SecretVault;
  readonly accounts: AccountStore;
  /** What went to the log. */
  readonly log: readonly ExchangeLine[];
  /** Everything that came to any of the servers, in the order in which it came. */
  arrived(): readonly RecordedRequest[];
  forgetArrived(): void;
  /** What nobody may learn from a log, a setting or a message: keys, tokens, passwords. */
  secrets(): readonly string[];
  /** Lets time pass for whoever waits. @throws AppError */
  passing<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Ids such as `S3-24`. */
export type RowIds = readonly string[] | Readonly<Partial<Record<CheckNumber, readonly string[]>>>;

export type CheckNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A system and a way to sign in to it: one line of the table of systems. A further one is one more of these. */
export interface SystemRow<Stage extends SystemStage = SystemStage> {
  /** As in the table, such as `R7`, with what tells it from the others. */
  readonly name: string;
  /** The requirements that its checks show: each check's by its number, or those of the row as a whole. */
  readonly ids: RowIds;
  open(): Promise<Stage>;
  /** Signs in as the command does. @param wrong with what the system does not know @throws AppError */
  signIn(stage: Stage, wrong?: 'wrong'): Promise<Account>;
  /** How a wrong credential is refused; `undefined` where there is none to be wrong. */
  readonly wrongAs: AppErrorKind | undefined;
  /** Asks the system how the connection is. @throws AppError */
  verify(stage: Stage, account: Account): Promise<unknown>;
  /** The one useful thing that the connection is for. @throws AppError */
  act(stage: Stage, account: Account): Promise<unknown>;
  /** Path and method of the request that does it. */
  readonly acting: string;
  /** Makes the credential wrong while it is in use. */
  spoil(stage: Stage): void;
  readonly spoiltAs: AppErrorKind;
  /** Ends what lets in, without a word to the extension; absent for a credential that does not end. */
  expire?(stage: Stage): void;
  /** Path and method of the request that renews it. */
  readonly renewing?: string;
  /** Answers the next request that acts with 429 and a `Retry-After` of so many seconds. */
  limit(stage: Stage, seconds: number): void;
  /** What of an address may hold the key, because the person says that the server wants it there. */
  readonly keyInAddress?: RegExp;
  /** What a page is sent for it, where it has one. */
  pageMessages?(stage: Stage, account: Account): Promise<unknown>;
  /** The secret that a page may be given all the same. */
  readonly pageMayHave?: RegExp;
}

/** The row, with its stage typed away for the table. */
export function row<Stage extends SystemStage>(typed: SystemRow<Stage>): SystemRow {
  return typed;
}

/** `POST /v1/token`, without a query. */
export function whatOf({ method, path }: RecordedRequest): string {
  return `${method} ${path.split('?')[0] ?? ''}`;
}

/** The problem in which something ends. */
export async function problemIn(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
