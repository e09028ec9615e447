import { BatchJournal } from './batchJournal.ts';
import { Locks } from './locks.ts';
import type { Secrets } from './secrets.ts';
import { SentJournal } from './sentJournal.ts';
import { StatementStore } from './statementStore.ts';
import { StoreKey } from './storeKey.ts';
import type { OnStorageIssue } from './storageIssue.ts';
import { UnreadAnswers } from './unreadAnswers.ts';

export interface Storage {
  readonly folder: string;
  readonly storeKey: StoreKey;
  readonly statements: StatementStore;
  readonly sent: SentJournal;
  readonly unread: UnreadAnswers;
  readonly batchJournal: BatchJournal;
  readonly locks: Locks;
}

/**
 * All that is kept on disk, below one folder.
 * @param now milliseconds since 1970
 * @param mayKeep whether the person wants statements kept, as it is now
 */
export function openStorage(
  folder: string,
  secrets: Secrets,
  now: () => number,
  onTrouble: OnStorageIssue,
  mayKeep: () => boolean = () => true,
): Storage {
  const storeKey = new StoreKey(folder, secrets, now);
  return {
    folder,
    storeKey,
    statements: new StatementStore(folder, storeKey, now, onTrouble),
    sent: new SentJournal(folder, now, onTrouble),
    unread: new UnreadAnswers(folder, storeKey, mayKeep, now, onTrouble),
    batchJournal: new BatchJournal(folder, storeKey, now, onTrouble),
    locks: new Locks(folder, now),
  };
}
