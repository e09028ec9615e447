import type { CallService } from '../service/client.ts';
import { type Credits, fetchCredits } from '../service/credits.ts';
import { AppError, isAppError } from '../service/appError.ts';
import { verifyAccessToken } from '../service/token.ts';
import type { Account } from './account.ts';
import type { AccountStore } from './accountStore.ts';
import type { Gateways } from './gateway/gateways.ts';

export interface ConnectionServices {
  readonly call: CallService;
  readonly accounts: Pick<AccountStore, 'credentialOf'>;
  readonly gateways: Pick<Gateways, 'verify'>;
}

/**
 * Asks the service something that only a connection in order answers, at no cost: for the credits, or, since a token may
 * not ask for those, whether the token is valid; at a gateway for who is signed in.
 * @returns the credits, all unknown for a token, or the problem that it failed with
 * @throws AppError `cancelled`
 */
export async function askConnection(
  { call, accounts, gateways }: ConnectionServices,
  account: Account,
  signal: AbortSignal,
): Promise<Credits | AppError> {
  try {
    if (account.kind === 'gateway') {
      await gateways.verify(account, { signal, insist: true });
      return creditsUnknown;
    }
    const credential = await accounts.credentialOf(account);
    if (account.kind !== 'accessToken')
      return await fetchCredits(call, credential, signal, { insist: true });
    const { key, origin } = credential;
    const { valid, says } = await verifyAccessToken(call, { origin }, key, signal);
    return valid
      ? creditsUnknown
      : new AppError('tokenInvalid', { httpStatus: 200, serviceSays: says });
  } catch (error) {
    if (!isAppError(error) || error.kind === 'cancelled') throw error;
    return error;
  }
}

const creditsUnknown: Credits = {
  used: undefined,
  remaining: undefined,
  limit: undefined,
  resetsAt: undefined,
  features: undefined,
};
