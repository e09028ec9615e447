import { Decimal } from '../decimal.ts';
import { parseDay } from '../days.ts';
import type { Transaction } from '../model.ts';
import { signedUnits } from '../transactionType.ts';
import type { TransactionType } from '../transactionType.ts';
import { bookCharges } from './charges.ts';
import type { Charge } from './charges.ts';
import { happened } from './draft.ts';
import type { Draft } from './draft.ts';
import { bringsUnits, takesUnits } from './movement.ts';
import type { Movement, MovementKind } from './movement.ts';
import { moveWithoutSale } from './moveWithoutSale.ts';
import type { MoveWithoutSale } from './moveWithoutSale.ts';
import { Reversals } from './reversals.ts';

/**
 * Why the transactions do not say what happened: a row that moves units or money has no date that exists, or a type that does
 * not say what it did, or money but no units, or is a charge without an amount; or a reversal undoes a purchase that is not
 * among them.
 */
export type MovementsGap =
  'undated' | 'unclassified' | 'units-missing' | 'amount-missing' | 'reversal-unmatched';

export type Movements =
  | { readonly ok: true; readonly movements: readonly Movement[] }
  | { readonly ok: false; readonly reason: MovementsGap };

type Role = MovementKind | MoveWithoutSale | Charge['kind'] | 'reversal' | 'note';

const ROLES: Readonly<Record<TransactionType, Role>> = {
  PURCHASE: 'purchase',
  PURCHASE_SIP: 'purchase',
  SWITCH_IN: 'purchase',
  REDEMPTION: 'sale',
  SWITCH_OUT: 'sale',
  SWITCH_IN_MERGER: 'merger-in',
  SWITCH_OUT_MERGER: 'merger-out',
  DIVIDEND_PAYOUT: 'payout',
  DIVIDEND_REINVEST: 'reinvestment',
  SEGREGATION: 'segregation',
  STAMP_DUTY_TAX: 'stampDuty',
  STT_TAX: 'stt',
  TDS_TAX: 'tds',
  REVERSAL: 'reversal',
  MISC: 'note',
  UNKNOWN: 'note',
};

/**
 * The transactions of a scheme as movements of units and money, in the order of time; within a day units come before they go.
 *
 * The API does not document signs, so figures are taken without them and the type decides. Its amounts are units x NAV: stamp
 * duty is not in the amount of a purchase but comes on top, and neither STT nor TDS is taken off the amount of a sale or payout
 * yet, whatever "Redemption less STT" may suggest. A reversal and the purchase it undoes (the latest one of the same units,
 * or of the same amount where no units are printed) are both left out, with their stamp duty: that money never arrived.
 */
export function readMovements(transactions: readonly Transaction[]): Movements {
  return readRows(transactions) ?? readRows(inOrderOfTime(transactions)) ?? UNDATED;
}

const UNDATED: Movements = { ok: false, reason: 'undated' };

/** What the rows so far say. */
interface Read {
  readonly drafts: Draft[];
  readonly charges: Charge[];
  readonly reversals: Reversals;
}

/** Null when the rows are not in the order of time. */
function readRows(rows: readonly Transaction[]): Movements | null {
  const drafts: Draft[] = [];
  const read: Read = { drafts, charges: [], reversals: new Reversals(drafts) };
  let latest = -Infinity;
  for (const row of rows) {
    const role = moveWithoutSale(row.type, row.description) ?? ROLES[row.type];
    const draft = readRow(row, role);
    if (draft === null) continue;
    if (typeof draft === 'string') return { ok: false, reason: draft };
    if (draft.day < latest) return null;
    latest = draft.day;
    const gap = book(draft, role, read);
    if (gap) return { ok: false, reason: gap };
  }
  if (!bookCharges(drafts, read.charges)) return { ok: false, reason: 'unclassified' };
  return { ok: true, movements: unitsInFirst(drafts.filter(happened)) };
}

/** Statements list the oldest row first. Where an answer turns that round, the rows of a day are turned round too. */
function inOrderOfTime(transactions: readonly Transaction[]): Transaction[] {
  const isNewestFirst = (transactions[0]?.date ?? '') > (transactions.at(-1)?.date ?? '');
  const rows = isNewestFirst ? transactions.toReversed() : [...transactions];
  return rows.sort((one, other) => compareText(one.date ?? '', other.date ?? ''));
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Null for a row that moves nothing. Each field is asked for once: an answer reads it anew every time. */
function readRow(row: Transaction, role: Role): Draft | MovementsGap | null {
  const { type, units, amount, credit, debit } = row;
  if (!units?.sign && !amount?.sign && !credit?.sign && !debit?.sign) {
    if (role !== 'segregation' && !(amount === null && MOVES_MONEY_ONLY.has(role))) return null;
  }
  if (role === 'note') return 'unclassified';
  const { date } = row;
  const day = parseDay(date);
  if (day === null || date === null) return 'undated';
  return {
    kind: 'undone',
    row,
    date,
    day,
    units: signedUnits({ type, units, amount, credit, debit }) ?? Decimal.zero,
    amount: amount?.abs() ?? null,
    stampDuty: Decimal.zero,
    stt: Decimal.zero,
    tds: Decimal.zero,
  };
}

/** Without a printed amount these move money that is not known; other rows without any figure are notes. */
const MOVES_MONEY_ONLY: ReadonlySet<Role> = new Set(['payout', 'stampDuty', 'stt', 'tds']);

/** Adds what the row did, by its role, to what was read before. */
function book(draft: Draft, role: Role, { drafts, charges, reversals }: Read): MovementsGap | null {
  const { day, amount } = draft;
  switch (role) {
    case 'note':
      return 'unclassified';
    case 'stampDuty':
    case 'stt':
    case 'tds':
      if (!amount) return 'amount-missing';
      charges.push({ kind: role, day, amount, after: drafts.length });
      return null;
    case 'reversal': {
      const undone = reversals.find(draft);
      if (!undone) return 'reversal-unmatched';
      undone.kind = 'undone';
      drafts.push(draft);
      return null;
    }
    default:
      drafts.push(draft);
      return bookMovement(draft, role);
  }
}

function bookMovement(draft: Draft, role: MovementKind | MoveWithoutSale): MovementsGap | null {
  const { row, units } = draft;
  draft.kind = kindOf(draft, role);
  draft.stampDuty = row.stampDuty?.abs() ?? Decimal.zero;
  draft.stt = row.stt?.abs() ?? Decimal.zero;
  draft.units = units.abs();
  if (role === 'payout') return null;
  if (role === 'segregation') return units.sign < 0 ? 'unclassified' : null;
  if (units.sign === 0) return 'units-missing';
  return units.sign < 0 === takesUnits(draft.kind) ? null : 'unclassified';
}

function kindOf({ row, amount, units }: Draft, role: MovementKind | MoveWithoutSale): MovementKind {
  if (role === 'transfer' || role === 'merger') return `${role}-${units.sign < 0 ? 'out' : 'in'}`;
  if (role === 'purchase') return kindOfPurchase(amount, row);
  if (role === 'segregation') return units.sign === 0 ? role : 'segregated';
  return role;
}

/** Units for no money are a bonus where they are called one. Otherwise it is not known where they came from, nor what they cost. */
function kindOfPurchase(amount: Decimal | null, { description }: Transaction): MovementKind {
  if (amount && amount.sign !== 0) return 'purchase';
  // Text of KFintech statements can be letter-spaced.
  if (/bonus/i.test(description?.replaceAll(/\s/g, '') ?? '')) return 'bonus';
  return amount ? 'transfer-in' : 'purchase';
}

function unitsInFirst(movements: Movement[]): Movement[] {
  const isSorted = movements.every((movement, index) => {
    const previous = movements[index - 1];
    return (
      previous?.day !== movement.day || bringsUnits(previous.kind) || !bringsUnits(movement.kind)
    );
  });
  if (isSorted) return movements;
  return movements.sort(
    (one, other) =>
      one.day - other.day || Number(bringsUnits(other.kind)) - Number(bringsUnits(one.kind)),
  );
}
