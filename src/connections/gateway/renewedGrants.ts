import type { Credential } from '../../service/credential.ts';
import { AppError, isAppError } from '../../service/appError.ts';
import { unlessCancelled } from '../../service/unlessCancelled.ts';
import type { CredentialSource } from '../credentialSource.ts';
import type { Grant } from './grant.ts';

export interface GrantKeeping {
  /** What is kept now. @throws AppError */
  readonly read: () => Promise<Grant>;
  /** Keeps a renewed one in its place. @throws AppError */
  readonly write: (grant: Grant) => Promise<void>;
  /** @returns `undefined` where only the person can renew it. @throws AppError */
  readonly renew: (grant: Grant) => Promise<Grant | undefined>;
  /** Does the renewal while no other window renews. @throws what the renewal throws */
  readonly alone: (renewal: () => Promise<Grant>) => Promise<Grant>;
  readonly present: (grant: Grant) => Credential;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Renewed so long before its end that no request meets it on its way. */
const BEFORE_END_MS = 60_000;

/** What a gateway gave, renewed shortly before its end and when it is refused as ended; once for all who wait. */
export function renewedGrants({
  read,
  write,
  renew,
  alone,
  present,
  now,
}: GrantKeeping): CredentialSource {
  let underWay: Promise<Grant> | undefined;

  /** Another window may have renewed it meanwhile: then that is the one. */
  async function renewUnlessDone(old: string): Promise<Grant> {
    const kept = await read();
    if (kept.token !== old) return kept;
    const fresh = await renew(kept).catch(async (error: unknown) => {
      // A refresh token may be good for one use, which the other window had, where it could not be kept from it.
      const other = await read();
      if (isAppError(error, 'signInExpired') && other.token !== old) return other;
      throw error;
    });
    if (!fresh) throw new AppError('signInExpired', { mayBeBilled: false });
    if (fresh.token !== (await read()).token) await write(fresh);
    return fresh;
  }

  function renewOnce(old: string, signal: AbortSignal): Promise<Grant> {
    underWay ??= alone(() => renewUnlessDone(old)).finally(() => (underWay = undefined));
    return unlessCancelled(underWay, signal);
  }

  return {
    async current({ signal }) {
      const kept = await read();
      const { expiresAt, refreshToken } = kept;
      const ending = expiresAt !== undefined && expiresAt - now() < BEFORE_END_MS;
      if (!ending || refreshToken === undefined) return present(kept);
      try {
        return present(await renewOnce(kept.token, signal));
      } catch (error) {
        if (isAppError(error, 'cancelled') || expiresAt <= now()) throw error;
        return present(kept);
      }
    },
    renew: async (refused, { signal }) => present(await renewOnce(refused.key, signal)),
    isEnded: (error) => isAppError(error, 'signInExpired'),
  };
}
