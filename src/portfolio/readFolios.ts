import type { Fields } from './fields.ts';
import type { Folio, Scheme } from './model.ts';
import { readHolders } from './readHolders.ts';
import { readIdentity } from './readIdentity.ts';
import { readTransactions } from './readTransactions.ts';

/** One entry of `mutual_funds`. */
export function readFolio(folio: Fields): Folio {
  const info = folio.section('additional_info');
  return {
    folioNumber: readFolioNumber(folio),
    amc: folio.text('amc'),
    registrar: folio.text('registrar'),
    value: folio.decimal('value'),
    holders: readHolders(folio),
    pan: info.text('pan'),
    panKyc: info.text('pankyc'),
    kyc: info.text('kyc'),
    schemes: folio.list('schemes', readScheme),
    rest: folio.rest(),
  };
}

/** What stands for a folio number where there is none. */
const PLACEHOLDER = /^\s*(n\.?\/?a\.?|nil|none|null|cdsl|nsdl)\s*$/i;

/** Taken for a number, a placeholder would make one folio of all that have it. */
function readFolioNumber(folio: Fields): string | null {
  const number = folio.text('folio_number');
  return number === null || PLACEHOLDER.test(number) ? null : number;
}

function readScheme(scheme: Fields): Scheme {
  const gain = scheme.section('gain');
  const info = scheme.section('additional_info');
  return {
    ...readIdentity(scheme),
    type: scheme.oneOf('type', ['Equity', 'Debt', 'Hybrid', 'Other']),
    units: scheme.decimal('units'),
    nav: scheme.decimal('nav'),
    value: scheme.decimal('value'),
    cost: scheme.decimal('cost'),
    gain: gain.decimal('absolute'),
    gainPercent: gain.decimal('percentage'),
    nominees: scheme.texts('nominees'),
    advisor: info.text('advisor'),
    rtaCode: info.text('rta_code'),
    amfiCode: info.text('amfi'),
    isDemat: info.flag('is_demat'),
    openUnits: info.decimal('open_units'),
    closeUnits: info.decimal('close_units'),
    transactions: readTransactions(scheme),
    rest: scheme.rest(),
  };
}
