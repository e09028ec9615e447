import { Decimal } from '../decimal.ts';
import { moveWithoutSale } from '../lots/moveWithoutSale.ts';
import type { Transaction } from '../model.ts';
import { signedUnits, unitsEffect } from '../transactionType.ts';

/** Money that moved between an investor and a holding, INR, each part counted in its own direction. */
export interface MoneyFlow {
  /** Purchases; a reversed one is taken off again. */
  readonly paidIn: Decimal;
  readonly takenOut: Decimal;
  /** Dividends (IDCW) paid out. Those that are reinvested never leave the holding. */
  readonly dividends: Decimal;
  /** Between holdings: what one switches out, another switches in; also what a gift or another transfer moves without money. */
  readonly switchedIn: Decimal;
  readonly switchedOut: Decimal;
}

export const NO_MONEY: MoneyFlow = {
  paidIn: Decimal.zero,
  takenOut: Decimal.zero,
  dividends: Decimal.zero,
  switchedIn: Decimal.zero,
  switchedOut: Decimal.zero,
};

/** What all of it added to the holding, INR; negative is more out than in. */
export function netMoney(flow: MoneyFlow): Decimal {
  const added = flow.paidIn.plus(flow.switchedIn);
  return added.minus(flow.takenOut).minus(flow.dividends).minus(flow.switchedOut);
}

export function addMoney(one: MoneyFlow, other: MoneyFlow): MoneyFlow {
  return {
    paidIn: one.paidIn.plus(other.paidIn),
    takenOut: one.takenOut.plus(other.takenOut),
    dividends: one.dividends.plus(other.dividends),
    switchedIn: one.switchedIn.plus(other.switchedIn),
    switchedOut: one.switchedOut.plus(other.switchedOut),
  };
}

/** What one row says about money: `missing` if it must have moved some and does not say how much. */
export type RowMoney =
  | { readonly part: keyof MoneyFlow; readonly amount: Decimal }
  | { readonly part: keyof MoneyFlow; readonly amount: null; readonly units: Decimal }
  | 'none'
  | 'missing';

/**
 * The money of one transaction, INR. Taxes and stamp duty are none: a purchase is printed net of its stamp duty, and a
 * tax was never in the holding. Units that a depository or registrar books without an amount and without a type that
 * says they were bought or sold (a bonus, a gift, a transfer) have an unknown price.
 */
export function moneyOfRow(row: Transaction): RowMoney {
  const { type, amount } = row;
  switch (type) {
    case 'STAMP_DUTY_TAX':
    case 'STT_TAX':
    case 'TDS_TAX':
    case 'DIVIDEND_REINVEST':
      return 'none';
    case 'DIVIDEND_PAYOUT':
      return amount ? { part: 'dividends', amount: amount.abs() } : 'missing';
    default:
      return moveWithoutSale(type, row.description) ? moneyOfTransfer(row) : moneyOfUnits(row);
  }
}

/** What units are worth that go to another folio, owner or scheme, or come from one: nobody paid it. */
function moneyOfTransfer(row: Transaction): RowMoney {
  const units = signedUnits(row);
  if (!units?.sign) return 'none';
  const part = units.sign > 0 ? 'switchedIn' : 'switchedOut';
  const amount = row.amount?.abs();
  return amount?.sign ? { part, amount } : { part, amount: null, units: units.abs() };
}

function moneyOfUnits(row: Transaction): RowMoney {
  const { type, amount } = row;
  const units = signedUnits(row);
  const effect = unitsEffect(type);
  if (effect === 'none' && !units?.sign) return 'none';
  const inward = units?.sign ? units.sign > 0 : effect === 'in';
  const part = partOf(type, inward);
  const undone = type === 'REVERSAL';
  if (amount) return { part, amount: undone ? amount.abs().negated() : amount.abs() };
  if (effect === 'none' || !units) return 'missing';
  return { part, amount: null, units: undone ? units.abs().negated() : units.abs() };
}

function partOf(type: Transaction['type'], inward: boolean): keyof MoneyFlow {
  switch (type) {
    case 'SWITCH_IN':
    case 'SWITCH_OUT':
    case 'SWITCH_IN_MERGER':
    case 'SWITCH_OUT_MERGER':
      return inward ? 'switchedIn' : 'switchedOut';
    case 'REVERSAL':
      return inward ? 'takenOut' : 'paidIn';
    default:
      return inward ? 'paidIn' : 'takenOut';
  }
}
