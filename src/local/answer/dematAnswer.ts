import { Decimal } from '../../portfolio/decimal.ts';
import type {
  HoldingKind,
  PrintedAccount,
  PrintedHolding,
  PrintedTransaction,
} from '../statement.ts';
import { holderAnswer, totalOf } from './folioAnswer.ts';
import type { AnswerObject, AnswerValue } from './numeralJson.ts';
import { transactionAnswer } from './transactionAnswer.ts';

const KINDS: readonly HoldingKind[] = [
  'equities',
  'demat_mutual_funds',
  'corporate_bonds',
  'government_securities',
  'aifs',
];

/** What an account is worth, INR: as its own pages say, else as the list of accounts says, else the sum of its holdings. */
export function accountValue(account: PrintedAccount): Decimal | null {
  const printed = account.closingValue ?? account.listedValue;
  return printed?.value ?? totalOf(account.holdings.map(({ value }) => value));
}

/** A demat account in the shape of the service's answer. */
export function dematAnswer(account: PrintedAccount): AnswerObject {
  const isCdsl = account.depository === 'CDSL';
  const pans = account.holders.flatMap(({ pan }) => (pan === null ? [] : [pan]));
  return {
    demat_type: account.depository,
    dp_id: account.dpId,
    dp_name: account.dpName,
    client_id: account.clientId,
    bo_id: isCdsl ? account.dpId + account.clientId : null,
    value: account.closingValue ?? account.listedValue ?? accountValue(account),
    linked_holders: account.holders.map(holderAnswer),
    holdings: Object.fromEntries(
      KINDS.map((kind): [string, AnswerValue] => [
        kind,
        account.holdings.filter((holding) => holding.kind === kind).map(holdingAnswer),
      ]),
    ),
    additional_info: {
      bo_status: account.boStatus,
      bo_sub_status: account.boSubStatus,
      bsda: account.bsda,
      nominee: account.nominee,
      email: account.email,
      linked_pans: isCdsl || pans.length === 0 ? null : pans,
    },
  };
}

function holdingAnswer(holding: PrintedHolding): AnswerObject {
  const [first] = holding.transactions;
  return {
    isin: holding.isin,
    name: holding.name,
    units: holding.units,
    value: holding.value,
    transactions: holding.transactions.map(transactionAnswer),
    additional_info: {
      open_units: first && openingOf(first),
      close_units: holding.transactions.at(-1)?.balance,
      face_value: holding.faceValue,
      market_value: holding.price,
      coupon_rate: holding.couponRate,
      maturity_date: holding.maturity,
    },
  };
}

/** The balance before a row: printed, or worked out from the balance after it. */
function openingOf({ opening, balance, credit, debit }: PrintedTransaction): AnswerValue {
  if (opening || !balance) return opening;
  const zero = Decimal.zero;
  return balance.value.minus(credit?.value ?? zero).plus(debit?.value.abs() ?? zero);
}
