import { Decimal } from '../../portfolio/decimal.ts';
import type { Found } from '../found.ts';
import type {
  HoldingKind,
  PrintedAccount,
  PrintedHolding,
  PrintedTransaction,
} from '../statement.ts';
import { closingBalance, hasKinds, openingBalance } from '../closingBalance.ts';
import { holderAnswer } from './folioAnswer.ts';
import { sumOf } from './sums.ts';
import { unitsHeld } from './unitsHeld.ts';
import { transactionAnswer } from './transactionAnswer.ts';
import { AllOf, Identifier, WorkedOut } from './value.ts';
import type { AnswerObject, AnswerValue } from './value.ts';

const KINDS: readonly HoldingKind[] = [
  'equities',
  'demat_mutual_funds',
  'corporate_bonds',
  'government_securities',
  'aifs',
];

/** What an account is worth, INR: as its own pages say, else as the list of accounts says, else the sum of its holdings. */
export function accountValue(account: PrintedAccount, found: Found): WorkedOut | null {
  const printed = account.closingValue ?? account.listedValue;
  if (printed) return new WorkedOut(printed.value, found.ofFigure(printed));
  const sum = sumOf(
    account.holdings.map(({ value }) => value),
    found,
  );
  return sum && new WorkedOut(sum.value, 'sum-of-holdings');
}

/** A demat account in the shape of the service's answer. */
export function dematAnswer(account: PrintedAccount, found: Found): AnswerObject {
  const isCdsl = account.depository === 'CDSL';
  const ids = found.ofField(account, 'ids');
  const holders = found.ofField(account, 'holders');
  const pans = account.holders.flatMap(({ pan }) => (pan === null ? [] : [pan]));
  return {
    demat_type: account.depository,
    dp_id: new Identifier(account.dpId, ids),
    dp_name: account.dpName,
    client_id: new Identifier(account.clientId, ids),
    bo_id: isCdsl ? new Identifier(account.dpId + account.clientId, ids) : null,
    value: account.closingValue ?? account.listedValue ?? accountValue(account, found),
    linked_holders: account.holders.map((holder) => holderAnswer(holder, holders)),
    holdings: Object.fromEntries(
      KINDS.map((kind): [string, AnswerValue] => [
        kind,
        account.holdings
          .filter((holding) => holding.kind === kind)
          .map((holding) => holdingAnswer(holding, found)),
      ]),
    ),
    additional_info: {
      bo_status: account.boStatus,
      bo_sub_status: account.boSubStatus,
      bsda: account.bsda,
      nominee: account.nominee,
      email: account.email,
      linked_pans:
        isCdsl || pans.length === 0 ? null : pans.map((pan) => new Identifier(pan, holders)),
    },
  };
}

function holdingAnswer(holding: PrintedHolding, found: Found): AnswerObject {
  const [first] = holding.transactions;
  const isOfKinds = hasKinds(holding);
  return {
    isin: new Identifier(holding.isin, found.ofField(holding, 'isin')),
    name: holding.name,
    units: unitsHeld(holding, holding.units, found),
    value: holding.value,
    transactions: new AllOf(
      holding.transactions.map(transactionAnswer),
      found.ofField(holding, 'transactions'),
    ),
    additional_info: {
      open_units: isOfKinds ? null : (openingBalance(holding) ?? (first && openingOf(first))),
      close_units: closingBalance(holding),
      face_value: holding.faceValue,
      market_value: holding.price,
      coupon_rate: holding.couponRate,
      maturity_date: holding.maturity,
    },
  };
}

/** The balance before the first row: printed in that row, or worked out from the balance after it. */
function openingOf({ opening, balance, credit, debit }: PrintedTransaction): AnswerValue {
  if (opening) return new WorkedOut(opening.value, 'opening-of-first-row');
  if (!balance) return null;
  const zero = Decimal.zero;
  const before = balance.value.minus(credit?.value ?? zero).plus(debit?.value.abs() ?? zero);
  return new WorkedOut(before, 'balance-after-first-row');
}
