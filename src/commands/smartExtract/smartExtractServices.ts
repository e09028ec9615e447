import type { SmartExtractServices } from '../../connections/smartExtract/smartExtract.ts';
import type { Container } from '../../container.ts';

/** What SmartExtract is reached with. */
export function smartExtractServices({ accounts, callAt }: Container): SmartExtractServices {
  return { accounts, callAt: (base) => callAt('SmartExtract', base) };
}
