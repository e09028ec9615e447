/** What kept the statements' storage from working. Nothing of it stops a portfolio from being shown. */
export interface StorageIssue {
  /**
   * `corrupt`: a file could not be opened and was moved to `set-aside`.
   * `storageFull`, `storageFailed`: the disk does not take or give a file.
   * `secretsLocked`: the key is out of reach for now; with code `keyMissing`, SecretStorage has none (any more).
   */
  readonly kind: 'corrupt' | 'storageFull' | 'storageFailed' | 'secretsLocked';
  /** The system's code (ENOSPC, ENOTDIR, ...) or `keyMissing`. */
  readonly code?: string;
}

/** Told each time that something fails; carries no path, name or content. */
export type OnStorageIssue = (trouble: StorageIssue) => void;

/** The system's code of a failed file operation. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function storageIssue(error: unknown): StorageIssue {
  const code = errorCode(error);
  if (code === undefined) return { kind: 'storageFailed' };
  return { kind: code === 'ENOSPC' || code === 'EDQUOT' ? 'storageFull' : 'storageFailed', code };
}
