import type { Fields } from './fields.ts';
import type { Folio, Scheme } from './model.ts';
import { readHolders } from './readHolders.ts';
import { readTransactions } from './readTransactions.ts';

/** One entry of `mutual_funds`. */
export function readFolio(folio: Fields): Folio {
  const info = folio.section('additional_info');
  return {
    folioNumber: folio.text('folio_number'),
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

function readScheme(scheme: Fields): Scheme {
  const gain = scheme.section('gain');
  const info = scheme.section('additional_info');
  return {
    isin: scheme.text('isin'),
    name: scheme.text('name'),
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
