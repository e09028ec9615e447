import type { Fields } from './fields.ts';
import type { DematAccount, Security, SecurityKind } from './model.ts';
import { readIdentity } from './readIdentity.ts';
import { readHolders } from './readHolders.ts';
import { readTransactions } from './readTransactions.ts';

const LISTS: readonly { readonly key: string; readonly kind: SecurityKind }[] = [
  { key: 'equities', kind: 'shares' },
  { key: 'demat_mutual_funds', kind: 'demat-funds' },
  { key: 'corporate_bonds', kind: 'bonds' },
  { key: 'government_securities', kind: 'government-securities' },
  { key: 'aifs', kind: 'aifs' },
  // Met by clients, documented nowhere.
  { key: 'etfs', kind: 'demat-funds' },
  { key: 'sovereign_gold_bonds', kind: 'government-securities' },
];

/** One entry of `demat_accounts`. */
export function readDematAccount(account: Fields): DematAccount {
  const holdings = account.section('holdings');
  const info = account.section('additional_info');
  return {
    depository: account.oneOf('demat_type', ['NSDL', 'CDSL']),
    dpId: account.text('dp_id'),
    dpName: account.text('dp_name'),
    clientId: account.text('client_id'),
    boId: account.text('bo_id'),
    // The API's sandbox page still prints an older shape: `total_value`, and the lists in the account itself.
    value: account.decimal('value') ?? account.decimal('total_value'),
    holders: readHolders(account),
    securities: LISTS.flatMap(({ key, kind }) => [
      ...holdings.list(key, readSecurity(kind)),
      ...account.list(key, readSecurity(kind)),
    ]),
    status: info.text('status'),
    boStatus: info.text('bo_status'),
    boSubStatus: info.text('bo_sub_status'),
    boType: info.text('bo_type'),
    bsda: info.text('bsda'),
    email: info.text('email'),
    nominee: info.text('nominee'),
    linkedPans: info.texts('linked_pans'),
    rest: account.rest(),
  };
}

function readSecurity(kind: SecurityKind): (security: Fields) => Security {
  return (security) => {
    const info = security.section('additional_info');
    return {
      kind,
      ...readIdentity(security),
      units: security.decimal('units'),
      value: security.decimal('value'),
      openUnits: info.decimal('open_units'),
      closeUnits: info.decimal('close_units'),
      couponRate: info.text('coupon_rate'),
      maturityDate: info.day('maturity_date'),
      faceValue: info.decimal('face_value'),
      marketValue: info.decimal('market_value'),
      transactions: readTransactions(security),
      rest: security.rest(),
    };
  };
}
