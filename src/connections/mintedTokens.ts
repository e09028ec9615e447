import type { Credential } from '../service/credential.ts';
import { isAppError } from '../service/appError.ts';
import type { MintedToken } from '../service/token.ts';
import { unlessCancelled } from '../service/unlessCancelled.ts';
import type { Asking, CredentialSource } from './credentialSource.ts';
import { SharedWait } from './sharedWait.ts';

/** A token is renewed when this part of its life is over: late enough to be rare, early enough never to fail. */
const RENEW_AFTER = 0.8;

interface Minting {
  readonly from: Credential;
  readonly insist: Asking['insist'];
  readonly wait: SharedWait;
  readonly minted: Promise<Minted>;
}

interface Minted {
  /** The key that it was made from. */
  readonly from: Credential;
  readonly token: MintedToken;
}

/**
 * Short-lived access tokens minted from a key, so that the key itself is not sent with every statement. However many
 * requests wait for one, a single request mints it. The key is read each time all the same: one that was replaced has
 * tokens of its own, and one that is gone has none.
 * @param key of the account @throws AppError
 * @param mint asks the service for a token
 * @param now milliseconds since the epoch
 */
export function mintedTokens(
  key: () => Promise<Credential>,
  mint: (key: Credential, asking: Asking) => Promise<MintedToken>,
  now: () => number,
): CredentialSource {
  let last: Minted | undefined;
  let underWay: Minting | undefined;

  async function readKey(): Promise<Credential> {
    try {
      return await key();
    } catch (error) {
      if (isAppError(error, 'keyMissing')) last = undefined;
      throw error;
    }
  }

  async function mintOnce(
    from: Credential,
    { signal, insist, onWait }: Asking,
  ): Promise<Credential> {
    // Whoever insists is not helped by a request that a service at rest is not sent.
    const isEnough = underWay?.from.key === from.key && (!insist || underWay.insist);
    const { minted, wait } = underWay && isEnough ? underWay : begin(from, insist);
    const leave = wait.join(onWait);
    try {
      return asCredential(await unlessCancelled(minted, signal));
    } finally {
      leave();
    }
  }

  function begin(from: Credential, insist: Asking['insist']): Minting {
    const wait = new SharedWait(now);
    const minted = mintNow(from, { insist, onWait: wait.tell }).finally(() => {
      if (underWay?.minted === minted) underWay = undefined;
    });
    underWay = { from, insist, wait, minted };
    return underWay;
  }

  async function mintNow(from: Credential, manner: Omit<Asking, 'signal'>): Promise<Minted> {
    // Not cancelled with the request that happened to come first: others wait for the same token.
    const { signal } = new AbortController();
    last = { from, token: await mint(from, { ...manner, signal }) };
    return last;
  }

  /** Whether less than this part of its life is over. A clock that was set back says nothing about a token. */
  function isYoungerThan(part: number, { expiresAtMs, minutes }: MintedToken): boolean {
    const life = Math.round(minutes * 60_000);
    const age = now() - (expiresAtMs - life);
    return age >= 0 && age < part * life;
  }

  return {
    async current(asking) {
      const from = await readKey();
      const mine = last?.from.key === from.key ? last : undefined;
      if (mine && isYoungerThan(RENEW_AFTER, mine.token)) return asCredential(mine);
      try {
        return await mintOnce(from, asking);
      } catch (error) {
        const failed = isAppError(error) && error.kind !== 'cancelled';
        if (failed && mine && isYoungerThan(1, mine.token)) return asCredential(mine);
        throw error;
      }
    },
    async renew(refused, asking) {
      const from = await readKey();
      // Whoever was refused with an older token than the last one has been overtaken by someone else's renewal.
      if (last && !underWay && last.from.key === from.key && last.token.token !== refused.key)
        return asCredential(last);
      return mintOnce(from, asking);
    },
  };
}

/** The service counts a key and its tokens together, and so does the pacer. */
function asCredential({ from, token }: Minted): Credential {
  return {
    key: token.token,
    origin: from.origin,
    countedAs: from.countedAs ?? from.key,
    mintedFrom: from.key,
  };
}
