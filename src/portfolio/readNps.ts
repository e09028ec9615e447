import type { Fields } from './fields.ts';
import type { NpsAccount, NpsFund } from './model.ts';
import { readHolders } from './readHolders.ts';

/** One entry of `nps`. Its `additional_info` is free form, so it is all rest. */
export function readNpsAccount(account: Fields): NpsAccount {
  account.section('additional_info');
  return {
    pran: account.text('pran'),
    cra: account.text('cra'),
    value: account.decimal('value'),
    holders: readHolders(account),
    funds: readNpsFunds(account),
    rest: account.rest(),
  };
}

/** Under `schemes` some clients met what the specification calls `funds`. */
function readNpsFunds(account: Fields): NpsFund[] {
  const funds = account.list('funds', readNpsFund);
  return funds.length > 0 ? funds : account.list('schemes', readNpsFund);
}

function readNpsFund(fund: Fields): NpsFund {
  const info = fund.section('additional_info');
  return {
    name: fund.text('name'),
    tier: info.text('tier'),
    manager: info.text('manager'),
    units: fund.decimal('units'),
    nav: fund.decimal('nav'),
    value: fund.decimal('value'),
    cost: fund.decimal('cost'),
    rest: fund.rest(),
  };
}
