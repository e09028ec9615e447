import { parseDay } from '../days.ts';
import { Decimal } from '../decimal.ts';
import { isClosed } from '../holding.ts';
import { readHistory } from '../lots/history.ts';
import type { HistoryGap } from '../lots/history.ts';
import { isTransfer } from '../lots/movement.ts';
import type { Movement } from '../lots/movement.ts';
import type { Scheme } from '../model.ts';
import type { TransactionType } from '../transactionType.ts';

/** Money that moved between the investor and a scheme. */
export interface CashFlow {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** INR; negative is put in, positive is taken out. */
  readonly amount: Decimal;
  /** Whether it is one leg of a switch or merger: the other one may be a flow of another scheme. */
  readonly isSwitch: boolean;
}

/**
 * Why no return can be computed, from what is most telling to what is least: besides gaps in the history, units from before the
 * statement; units that came from or went to another folio or owner without money; a row of money without an amount; no market value; no day of valuation; money that moved after it.
 */
export type ReturnGap =
  | HistoryGap
  | 'opening-balance'
  | 'transferred'
  | 'amount-missing'
  | 'no-value'
  | 'no-valuation-date'
  | 'after-valuation';

export type SchemeCashFlows =
  | {
      readonly ok: true;
      /** In the order of time, without the closing value. */
      readonly flows: readonly CashFlow[];
      /** What is held at the end, as if it were taken out on the day of valuation; null for a closed position. */
      readonly closing: CashFlow | null;
      /** The day of valuation, or of the last movement of a closed position: also where no money came of it. */
      readonly end: number;
    }
  | {
      readonly ok: false;
      readonly reason: ReturnGap;
      /** The flows within the statement, where only the time before it is not known. */
      readonly flows: readonly CashFlow[] | null;
    };

/** The flows of a scheme, if they are all there is from its first unit to its closing value on `valuationDate` (ISO). */
export function schemeCashFlows(scheme: Scheme, valuationDate: string | null): SchemeCashFlows {
  const history = readHistory(scheme);
  if (!history.ok) return none(history.reason);
  if (history.movements.some(isTransfer)) return none('transferred');
  const flows = flowsOf(history.movements);
  if (history.opening.sign !== 0) return none('opening-balance', flows);
  if (!flows) return none('amount-missing');
  if (isClosed(scheme)) {
    const end = history.movements.at(-1)?.day ?? 0;
    return { ok: true, flows, closing: null, end };
  }
  const day = parseDay(valuationDate);
  if (day === null) return none('no-valuation-date');
  if ((flows.at(-1)?.day ?? day) > day) return none('after-valuation');
  if (!scheme.value) return none('no-value');
  return { ok: true, flows, closing: { day, amount: scheme.value, isSwitch: false }, end: day };
}

function none(reason: ReturnGap, flows: readonly CashFlow[] | null = null): SchemeCashFlows {
  return { ok: false, reason, flows };
}

const SWITCHES: ReadonlySet<TransactionType> = new Set(['SWITCH_IN', 'SWITCH_OUT']);

/** A merger can be told by its description alone. */
function isSwitch({ kind, row }: Movement): boolean {
  return kind === 'merger-in' || kind === 'merger-out' || SWITCHES.has(row.type);
}

/** Null when the amount of one is not known. */
function flowsOf(movements: readonly Movement[]): CashFlow[] | null {
  const flows: CashFlow[] = [];
  for (const movement of movements) {
    const amount = moneyOf(movement);
    if (!amount) return null;
    if (amount.sign === 0) continue;
    flows.push({ day: movement.day, amount, isSwitch: isSwitch(movement) });
  }
  return flows;
}

/**
 * What a movement is for the investor, INR. Purchases, SIPs and switches in are put in, with the stamp duty that is paid on top
 * of their amount. Redemptions, switches out and IDCW payouts come out, less the STT and TDS that are not yet taken off their
 * amount. IDCW that is reinvested never left the scheme; bonus units and units of a segregated portfolio cost nothing. Both legs
 * of a switch or merger are flows, of two schemes: for the portfolio they cancel (see `pairSwitches`). A transfer moves units of
 * which nobody knows what they were worth to the investor.
 */
function moneyOf({ kind, amount, stampDuty, stt, tds }: Movement): Decimal | null {
  switch (kind) {
    case 'purchase':
    case 'merger-in':
      return amount && plus(amount, stampDuty).negated();
    case 'sale':
    case 'merger-out':
    case 'payout':
      return amount && minus(minus(amount, stt), tds);
    case 'transfer-in':
    case 'transfer-out':
      return null;
    case 'reinvestment':
    case 'bonus':
    case 'segregated':
    case 'segregation':
      return Decimal.zero;
  }
}

/** Charges are nil on most of many rows. */
function plus(amount: Decimal, charge: Decimal): Decimal {
  return charge.sign === 0 ? amount : amount.plus(charge);
}

function minus(amount: Decimal, charge: Decimal): Decimal {
  return charge.sign === 0 ? amount : amount.minus(charge);
}
