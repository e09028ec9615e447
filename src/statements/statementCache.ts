import type { KeptStatement, StatementStore } from './storage/statementStore.ts';
import type { StoreKey } from './storage/storeKey.ts';

/** Where a statement that was paid for is found again. */
export interface StatementCache extends Pick<
  StatementStore,
  'find' | 'keep' | 'has' | 'wasKept' | 'isKeptElsewhere'
> {
  /** Forgets what is in memory only. */
  forgetMemory(): void;
  /** Makes ready to keep, before anything is paid for: another window may have to be waited for. */
  prepare(): Promise<unknown>;
  /** Whether a statement is in memory only, so that it is lost with this window. */
  isLosable(hash: string): boolean;
}

/**
 * Statements on disk, and in memory until the window is closed where the disk does not take them or the person does
 * not want them kept: within a session nothing is paid for twice either way.
 * @param mayKeep the person's wish, as it is now
 */
export function createStatementCache(
  store: Pick<
    StatementStore,
    'find' | 'keep' | 'has' | 'wasKept' | 'isKeptElsewhere' | 'forgetSetAside'
  >,
  storeKey: Pick<StoreKey, 'findOrMake'>,
  mayKeep: () => boolean,
  now: () => number,
): StatementCache {
  const inMemory = new Map<string, KeptStatement>();
  return {
    forgetMemory: () => inMemory.clear(),
    find: async (hash) => inMemory.get(hash) ?? store.find(hash),
    has: async (hash) => inMemory.has(hash) || store.has(hash),
    wasKept: async (hash) => inMemory.has(hash) || store.wasKept(hash),
    isKeptElsewhere: (hash) => store.isKeptElsewhere(hash),
    // What keeps it from being made will be told when something is to be kept.
    prepare: async () => mayKeep() && storeKey.findOrMake().catch(() => undefined),
    isLosable: (hash) => inMemory.has(hash),
    async keep(hash, { text, requestId }) {
      const onDisk = mayKeep();
      if (onDisk && (await store.keep(hash, { text, requestId }))) {
        inMemory.delete(hash);
      } else {
        const keptAt = new Date(now()).toISOString();
        inMemory.set(hash, { text, keptAt, ...(requestId === undefined ? {} : { requestId }) });
        if (onDisk) return false;
      }
      await store.forgetSetAside(hash);
      return true;
    },
  };
}
