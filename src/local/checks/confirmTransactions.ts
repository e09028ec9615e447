import { Decimal } from '../../portfolio/decimal.ts';
import type { Found } from '../found.ts';
import type { PrintedScheme, PrintedTransaction } from '../statement.ts';
import { owesStampDuty } from './checkStampDuty.ts';
import { owesStt } from './checkStt.ts';
import { withTax } from './taxRows.ts';

/**
 * Confirms, for each scheme, that none of its transactions is missing, as far as the statement says so twice: they lead from the
 * opening to the closing units, and no row that moves only money can be missing. Such rows change no balance. What must be there
 * is known of stamp duty and STT, and a plan that lets its income grow pays none out; whether there was another payout is not.
 */
export function confirmTransactions(schemes: readonly PrintedScheme[], found: Found): void {
  const bought = withTax(schemes, 'STAMP_DUTY_TAX', owesStampDuty);
  const sold = withTax(schemes, 'STT_TAX', owesStt);
  schemes.forEach((scheme, index) => {
    const owing = [...(bought[index] ?? []), ...(sold[index] ?? [])];
    if (owing.some(({ row, tax }) => tax === null && row.stampDuty === null)) return;
    if (leads(scheme) && paysNothing(scheme)) found.confirmField(scheme, 'transactions');
  });
}

function leads({ open, close, transactions }: PrintedScheme): boolean {
  if (!open || !close || transactions.some(({ balance }) => balance === close)) return false;
  const moved = transactions.flatMap(({ units }) => (units ? [units.value] : []));
  return Decimal.sum([open.value, ...moved]).equals(close.value);
}

const GROWS = /\bgrowth\b/i;
const PAYS = /idcw|dividend|income\s+distribution|pay\s?-?out/i;

function paysNothing({ name, transactions }: PrintedScheme): boolean {
  return GROWS.test(name) && !PAYS.test(name) && !transactions.some(isOfMoneyAlone);
}

function isOfMoneyAlone({ type, amount, units }: PrintedTransaction): boolean {
  return amount !== null && units === null && type !== 'STAMP_DUTY_TAX' && type !== 'STT_TAX';
}
