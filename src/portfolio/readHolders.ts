import type { Fields } from './fields.ts';
import type { Holder } from './model.ts';

/** Every holder of an account or folio, the first one included. */
export function readHolders(account: Fields): Holder[] {
  return account.list('linked_holders', (holder) => ({
    name: holder.text('name'),
    pan: holder.text('pan'),
    rest: holder.rest(),
  }));
}
