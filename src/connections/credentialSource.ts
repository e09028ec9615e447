import type { Call } from '../service/client.ts';
import type { Credential } from '../service/credential.ts';
import { AppError, isAppError } from '../service/appError.ts';

/** How a credential is asked for, where that takes a request of its own: as the request that it is for is sent. */
export type Asking = Pick<Call, 'signal' | 'insist' | 'onWait'>;

/**
 * Where requests get their credential from. A connection is a way to acquire a credential, which is behind this, and a
 * way to present it, which is the client's; each further system is one more source.
 */
export interface CredentialSource {
  /** A credential that is good for now. @throws AppError */
  current(asking: Asking): Promise<Credential>;
  /** One in place of another that was refused. Absent where a refusal is final. @throws AppError */
  renew?(refused: Credential, asking: Asking): Promise<Credential>;
  /** Whether a failure says that the credential has ended, where a system tells that from other refusals. */
  isEnded?(error: unknown): boolean;
}

/**
 * Acts with a credential, and once more with a new one if the first is refused as one that has expired is.
 * @param act is told whether the refusal of this credential would be final
 * @throws AppError as `act` does; where no credential was to be had, nothing was billed
 */
export async function withCredential<T>(
  source: CredentialSource,
  asking: Asking,
  act: (credential: Credential, final: boolean) => Promise<T>,
): Promise<T> {
  const credential = await acquired(source.current(asking));
  if (!source.renew) return act(credential, true);
  try {
    return await act(credential, false);
  } catch (error) {
    if (!(source.isEnded ?? isRefusedCredential)(error)) throw error;
    return act(await acquired(source.renew(credential, asking)), true);
  }
}

/** The documentation gives 403 for an expired token; 401 is what everyone else gives. */
export function isRefusedCredential(error: unknown): error is AppError {
  return (
    isAppError(error) && (error.details.httpStatus === 401 || error.details.httpStatus === 403)
  );
}

/** Whether it succeeds or not, asking for a credential costs nothing. */
async function acquired(credential: Promise<Credential>): Promise<Credential> {
  try {
    return await credential;
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new AppError(error.kind, { ...error.details, mayBeBilled: false });
  }
}
