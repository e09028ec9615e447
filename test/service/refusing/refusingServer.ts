/** A server of others that refuses every upload before it has read it. */
export interface RefusingServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** What each of them refuses with. */
export interface EarlyRefusal {
  readonly path: string;
  readonly status: number;
}

/** A token that has ended, and an upload that is too large by its declared length. */
export const earlyRefusals: readonly EarlyRefusal[] = [
  { path: '/401', status: 401 },
  { path: '/413', status: 413 },
];
/** The body that comes with the 401, in the words of a gateway. */
export const tokenExpired = { error: 'token_expired', message: 'The token has ended' } as const;
/** Bytes; more is too large where an upload is refused for its length. */
export const LARGEST = 20_000;
