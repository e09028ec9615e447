import type { Decimal } from '../../decimal.ts';
import type { Transaction } from '../../model.ts';
import { signedUnits, unitsEffect } from '../../transactionType.ts';
import type { TransactionType } from '../../transactionType.ts';
import {
  BANK,
  DIVIDENDS,
  STAMP_DUTY,
  STT,
  SWITCHES,
  TDS,
  UNVALUED,
  isExpressible,
} from './journal.ts';
import type { Move } from './journal.ts';
import { rupees } from './rupees.ts';

export type Posting =
  | { readonly move: Move; readonly note: string | null }
  /** Why nothing is posted. */
  | { readonly move: null; readonly note: string };

const TAXES: Partial<Record<TransactionType, string>> = {
  STAMP_DUTY_TAX: STAMP_DUTY,
  STT_TAX: STT,
  TDS_TAX: TDS,
};

/** Where the money of a purchase comes from and that of a sale goes to; other types move units that nobody paid for. */
const OTHER_SIDE: Partial<Record<TransactionType, string>> = {
  PURCHASE: BANK,
  PURCHASE_SIP: BANK,
  REDEMPTION: BANK,
  REVERSAL: BANK,
  SWITCH_IN: SWITCHES,
  SWITCH_IN_MERGER: SWITCHES,
  SWITCH_OUT: SWITCHES,
  SWITCH_OUT_MERGER: SWITCHES,
  DIVIDEND_REINVEST: DIVIDENDS,
};

/**
 * What a transaction does, in the way its type says. Tax has rows of its own (a purchase is printed net of its stamp duty, a
 * redemption before STT), so the duty that a row names beside its amount is not posted a second time.
 */
export function moveOf(transaction: Transaction): Posting {
  const { type } = transaction;
  const amount = nonZero(transaction.amount);
  const units = nonZero(signedUnits(transaction));
  if ((amount && !isExpressible(amount)) || (units && !isExpressible(units)))
    return nothing('a figure has more digits than the tools keep');
  const tax = TAXES[type];
  if (tax !== undefined) return taxPosting(amount, tax);
  if (type === 'DIVIDEND_PAYOUT') {
    if (!amount) return nothing('no amount is printed');
    return posted({ of: 'money', amount: amount.abs(), from: DIVIDENDS, into: BANK });
  }
  if (units) return unitsPosting(transaction, units, amount);
  return nothing(amount ? `${rupees(amount)} without units` : 'no units move');
}

function taxPosting(amount: Decimal | null, into: string): Posting {
  if (!amount) return nothing('no amount is printed');
  // It may be a refund, or only a way to print what is taken.
  if (amount.sign < 0) return nothing('a negative tax is printed');
  return posted({ of: 'money', amount, from: BANK, into });
}

function unitsPosting(transaction: Transaction, units: Decimal, amount: Decimal | null): Posting {
  const { type } = transaction;
  const other = OTHER_SIDE[type];
  const expected = unitsEffect(type) === 'in' ? 1 : -1;
  const money = amount ? { amount: amount.abs(), note: null } : estimated(transaction, units);
  if (other === undefined || units.sign !== expected || !money) {
    const move: Move = { of: 'unvalued', units, from: UNVALUED };
    return { move, note: unclear(amount) };
  }
  const move: Move =
    units.sign > 0
      ? { of: 'bought', units, amount: money.amount, from: other }
      : {
          of: 'sold',
          units: units.abs(),
          amount: money.amount,
          into: other,
          undoes: type === 'REVERSAL',
        };
  return { move, note: money.note };
}

function unclear(amount: Decimal | null): string {
  return amount
    ? `${rupees(amount)} is printed with a type that does not say what for`
    : 'the statement does not say what they cost or brought in';
}

function estimated({ nav, price }: Transaction, units: Decimal) {
  const each = nonZero(nav ?? price);
  if (!each || !isExpressible(each)) return null;
  const amount = nonZero(units.times(each).abs().round(2));
  return amount && { amount, note: 'estimate, units times NAV: no amount is printed' };
}

function posted(move: Move): Posting {
  return { move, note: null };
}

function nothing(note: string): Posting {
  return { move: null, note };
}

function nonZero(figure: Decimal | null): Decimal | null {
  return figure?.sign ? figure : null;
}
