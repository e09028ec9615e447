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
import type { Entry, Holding, Posting } from './journal.ts';
import { money, moneys, units, unitsAgainst } from './postings.ts';
import { rupees } from './rupees.ts';

/** What a row does on its own. */
export type RowMove = Moved | NotMoved;

interface Moved extends Pick<Entry, 'through' | 'note'> {
  readonly postings: readonly Posting[];
  /** The account of the other side of its money; null for a tax, and where it has no money. */
  readonly other: string | null;
}

interface NotMoved {
  readonly postings: null;
  /** Why nothing is posted. */
  readonly note: string;
}

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

export function isTaxRow({ type }: Transaction): boolean {
  return TAXES[type] !== undefined;
}

/**
 * What a row does, in the way its type says. Tax has rows of its own (a purchase is printed net of its stamp duty, a
 * redemption before STT), so the duty that a row names beside its amount is not posted a second time.
 *
 * @param taxedAccount where the money is that a tax is taken from; null for the bank
 */
export function moveOf(
  transaction: Transaction,
  holding: Holding,
  taxedAccount: string | null,
): RowMove {
  const { type } = transaction;
  const amount = nonZero(transaction.amount);
  const moved = nonZero(signedUnits(transaction));
  if ((amount && !isExpressible(amount)) || (moved && !isExpressible(moved)))
    return nothing('a figure has more digits than the tools keep');
  const tax = TAXES[type];
  if (tax !== undefined) return taxMove(amount, tax, taxedAccount ?? BANK);
  if (type === 'DIVIDEND_PAYOUT') return amount ? payout(amount.abs(), holding) : NO_AMOUNT;
  if (moved) return unitsMove(transaction, moved, holding);
  return nothing(amount ? `${rupees(amount)} without units` : 'no units move');
}

function taxMove(amount: Decimal | null, into: string, from: string): RowMove {
  if (!amount) return NO_AMOUNT;
  // It may be a refund, or only a way to print what is taken.
  if (amount.sign < 0) return nothing('a negative tax is printed');
  const postings = [money(into, amount), money(from, amount.negated())];
  return { postings, other: null, through: null, note: null };
}

function payout(amount: Decimal, { account }: Holding): RowMove {
  const postings = [money(BANK, amount), money(DIVIDENDS, amount.negated())];
  return { postings, other: BANK, through: { account, amount }, note: null };
}

function unitsMove(transaction: Transaction, moved: Decimal, holding: Holding): RowMove {
  const { type } = transaction;
  const other = OTHER_SIDE[type];
  const expected = unitsEffect(type) === 'in' ? 1 : -1;
  const { amount: printed } = transaction;
  const paid = printed ? { amount: printed.abs(), note: null } : estimated(transaction, moved);
  const isFree = paid?.amount.sign === 0;
  // Units that came for nothing are a bonus. Those that went for nothing were no sale.
  if (other === undefined || moved.sign !== expected || !paid || (isFree && moved.sign < 0)) {
    const note = unclear(nonZero(printed));
    return { postings: unitsAgainst(holding, moved, UNVALUED), other: null, through: null, note };
  }
  const { amount, note } = paid;
  const held = units(holding, moved, { of: 'price', total: amount });
  const against = moneys([other, moved.sign > 0 ? amount.negated() : amount]);
  return { postings: [held, ...against], other, through: null, note };
}

function unclear(amount: Decimal | null): string {
  return amount
    ? `${rupees(amount)} is printed with a type that does not say what for`
    : 'the statement does not say what they cost or brought in';
}

function estimated({ nav, price }: Transaction, moved: Decimal) {
  const each = nonZero(nav ?? price);
  if (!each || !isExpressible(each)) return null;
  const amount = nonZero(moved.times(each).abs().round(2));
  return amount && { amount, note: 'estimate, units times NAV: no amount is printed' };
}

function nothing(note: string): NotMoved {
  return { postings: null, note };
}

const NO_AMOUNT = nothing('no amount is printed');

function nonZero(figure: Decimal | null): Decimal | null {
  return figure?.sign ? figure : null;
}
