import type { AskLimits } from '../../ask/tiers.ts';
import { askUsage } from '../../service/ask/askUsage.ts';
import type { CallService } from '../../service/client.ts';
import { AppError, isAppError } from '../../service/appError.ts';
import type { Account } from '../account.ts';
import type { AccountStore } from '../accountStore.ts';
import { type AskEndpoint, askId } from './askEndpoint.ts';
import { askCredential } from './askService.ts';
import { ASK_KEY } from './foundAskKeys.ts';

export interface NewAsk {
  readonly endpoint: AskEndpoint;
  readonly key: string;
  /** Where the key stays, if it is not to be kept here: a `.env` file by its URI, or the environment. */
  readonly stays?: { readonly file?: string } | undefined;
}

export interface KeepAskServices {
  readonly accounts: Pick<AccountStore, 'keep'>;
  /** The door to the service. */
  readonly call: CallService;
  readonly limits: AskLimits;
  /** ms since 1970 */
  readonly now: () => number;
}

/**
 * Keeps a connection to an ask service once the service has let the key in.
 * @returns with `checked` false where the service has nothing by which a key is checked for free
 * @throws AppError when the key is refused or cannot be checked now: then nothing is kept
 */
export async function keepAsk(
  { accounts, call, limits, now }: KeepAskServices,
  { endpoint, key, stays }: NewAsk,
  signal: AbortSignal,
): Promise<{ readonly account: Account; readonly checked: boolean }> {
  const { origin, host } = new URL(endpoint.url);
  const checked = await isLetIn();
  const account = await accounts.keep(
    {
      id: askId(endpoint),
      kind: 'ask',
      origin,
      createdAt: new Date(now()).toISOString(),
      ask: endpoint,
      ...(stays && { variable: ASK_KEY }),
      ...(stays?.file !== undefined && { file: stays.file }),
    },
    stays ? undefined : key,
  );
  return { account, checked };

  async function isLetIn(): Promise<boolean> {
    try {
      await askUsage(call, askCredential(origin, key, limits), signal);
      return true;
    } catch (error) {
      if (isAppError(error, 'answerUnknown')) return false;
      if (isAppError(error)) throw new AppError(error.kind, { ...error.details, host });
      throw error;
    }
  }
}
