import { checkedAddress } from '../../service/address.ts';
import { AppError } from '../../service/appError.ts';
import { type Gateway, pathsOf } from './gateway.ts';

/**
 * The page on which the person consents: below the gateway's address, or where the gateway's own login is.
 * @throws AppError `addressInvalid` for anything but HTTPS, this computer excepted
 */
export function consentPageOf(gateway: Gateway): URL {
  const base = checkedAddress(gateway.url);
  if (gateway.authorizeUrl === undefined)
    return new URL(
      `${base.origin}${base.pathname.replace(/\/$/, '')}${pathsOf(gateway).authorize}`,
    );
  const page = URL.parse(gateway.authorizeUrl);
  // It may have a query of its own (RFC 6749, section 3.1), and no fragment.
  if (page?.hash !== '' || page.username !== '' || page.password !== '')
    throw new AppError('addressInvalid', { mayBeBilled: false });
  checkedAddress(page.origin + page.pathname);
  return page;
}
