import { AppError } from './appError.ts';

/** The names of this computer that plain HTTP may go to, and that no proxy stands before. */
export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Checks an address of the service before anything is sent there: HTTPS, or plain HTTP on this computer.
 * @throws AppError `addressInvalid`
 */
export function checkedAddress(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const acceptable =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && loopbackHosts.includes(url.hostname));
  if (!url || !acceptable || url.username || url.password || url.search || url.hash)
    throw new AppError('addressInvalid', { mayBeBilled: false });
  return url;
}
