import type { Credential } from './credential.ts';
import type { SendHttp } from './http.ts';
import { AppError, isAppError } from './appError.ts';
import { newRequestId } from './requestId.ts';

/** One send of a request that may cost a credit. */
export interface Send {
  /** The `X-Request-ID`, of this send alone. */
  readonly requestId: string;
  /** The service did not process it, for certain. Never rejects. */
  free(): Promise<void>;
}

/**
 * The sends of one request that may cost a credit. Each has an id of its own, since the usage log has one entry for each: under a
 * shared id, the entry of one that was refused would speak for another that is under way still.
 */
export interface Sends {
  /** Called before the first byte leaves, each time. @throws AppError `journalNotWritten`, not billed: then nothing is sent */
  begin(credential: Credential): Promise<Send>;
  /** Whether a send that the service says it did not process is not in its usage log as billed. False where nobody can tell. */
  isFree(requestId: string, signal: AbortSignal): Promise<boolean>;
}

/** Sends that nothing is written down of, since none of them costs anything. */
export const unnotedSends: Sends = {
  begin: () =>
    Promise.resolve({ requestId: newRequestId(), free: () => Promise.resolve() } satisfies Send),
  isFree: () => Promise.resolve(true),
};

/** Sends each time under an id of its own, which a failure names. @throws AppError as `send` and `begin` do */
export function underOwnId(
  send: SendHttp,
  sends: Pick<Sends, 'begin'>,
  credential: Credential,
): SendHttp {
  return async (request) => {
    const one = await sends.begin(credential);
    const { requestId } = one;
    try {
      const answer = await send({
        ...request,
        headers: { ...request.headers, 'x-request-id': requestId },
      });
      if (isRefused(answer.status)) await one.free();
      return answer;
    } catch (error) {
      if (!isAppError(error)) throw error;
      if (error.details.mayBeBilled === false) await one.free();
      throw new AppError(error.kind, {
        ...error.details,
        requestId: error.details.requestId ?? requestId,
      });
    }
  };
}

/** What is refused is not charged; a failure of the service (5xx) may come after its work. */
function isRefused(status: number): boolean {
  return status >= 300 && status < 500;
}
