import type { Account } from '../connections/account.ts';
import { apiBaseUrl } from '../settings.ts';

/** The host that an account's statements and their passwords are sent to. @throws AppError `addressInvalid` */
export function parsingHost({ gateway }: Account): string {
  return gateway?.parse === 'proxy' ? new URL(gateway.url).host : apiBaseUrl().host;
}
