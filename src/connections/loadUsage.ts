import type { CallService } from '../service/client.ts';
import type { Credential } from '../service/credential.ts';
import { AppError } from '../service/appError.ts';
import { fetchUsage, fetchUsageSummary } from '../service/usage.ts';
import { MOST_LISTED, type UsageReport, type UsageRequest } from '../usage/report.ts';
import type { AccountStore } from './accountStore.ts';

export interface UsageServices {
  readonly call: CallService;
  readonly accounts: Pick<AccountStore, 'current' | 'credentialOf'>;
}

/**
 * The requests of the account in use in a period, and the service's own sums.
 * @param period milliseconds since the epoch
 * @throws AppError; an access token may not ask
 */
export async function loadUsage(
  { call, accounts }: UsageServices,
  period: { readonly from: number; readonly to: number },
  signal: AbortSignal,
): Promise<UsageReport> {
  const key = await keyInUse(accounts);
  const ask = { ...period, limit: MOST_LISTED };
  const { requests, sent } = await fetchUsage(call, key, ask, signal);
  return { requests, sent, summary: await fetchUsageSummary(call, key, period, signal) };
}

/**
 * The requests of the account in use since then, without the service's own sums.
 * @param from milliseconds since the epoch
 * @throws AppError; an access token may not ask
 */
export async function loadRequestsSince(
  { call, accounts }: UsageServices,
  from: number,
  signal: AbortSignal,
): Promise<readonly UsageRequest[]> {
  const key = await keyInUse(accounts);
  return (await fetchUsage(call, key, { from, limit: MOST_LISTED }, signal)).requests;
}

async function keyInUse(accounts: UsageServices['accounts']): Promise<Credential> {
  const account = await accounts.current();
  if (!account) throw new AppError('keyMissing');
  return accounts.credentialOf(account);
}
