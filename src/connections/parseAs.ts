import type { CallService } from '../service/client.ts';
import type { Credential } from '../service/credential.ts';
import { type Credits, fetchCredits } from '../service/credits.ts';
import { type ParseAnswer, type ParseUpload, parseOnService } from '../service/parse.ts';
import { AppError } from '../service/appError.ts';
import { verifyAccessToken } from '../service/token.ts';
import { type CredentialSource, isRefusedCredential, withCredential } from './credentialSource.ts';

/**
 * Parses with what a source gives, and once more with a renewed credential if the first had expired: a refused
 * request is not billed.
 * @param accountKey asks for the credits, which an access token may not; `undefined` where there is a token only
 * @throws AppError as `parseOnService` does; `tokenInvalid` for a token that nobody can renew
 */
export function parseAs(
  call: CallService,
  source: CredentialSource,
  accountKey: (() => Promise<Credential>) | undefined,
  request: Omit<ParseUpload, 'credential' | 'credits'>,
): Promise<ParseAnswer> {
  const { signal, insist, onWait } = request;
  const askCredits = accountKey
    ? async () => fetchCredits(call, await accountKey(), signal)
    : notYet;
  return withCredential(source, { signal, insist, onWait }, async (credential, final) => {
    try {
      const credits = final ? askCredits : notYet;
      return await parseOnService(call, { ...request, credential, credits });
    } catch (error) {
      if (accountKey || !final || !isRefusedCredential(error)) throw error;
      throw await whyTokenRefused(call, credential, error, signal);
    }
  });
}

/** Why a token is refused is not worth a question while a new one may mend it, and there is nobody to ask without a key. */
function notYet(): Promise<Credits> {
  return Promise.reject(new AppError('refused'));
}

/** A token may ask about itself, if about nothing else. */
async function whyTokenRefused(
  call: CallService,
  { key, origin }: Credential,
  refused: AppError,
  signal: AbortSignal,
): Promise<AppError> {
  try {
    const { valid, says } = await verifyAccessToken(call, { origin }, key, signal);
    if (valid) return refused;
    const serviceSays = says ?? refused.details.serviceSays;
    return new AppError('tokenInvalid', { ...refused.details, serviceSays });
  } catch {
    return refused;
  }
}
