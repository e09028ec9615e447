import { UNITS_TOLERANCE, within } from '../checks/tolerance.ts';
import { Decimal } from '../decimal.ts';
import type { Position } from '../positions.ts';
import { isinOf } from './identity.ts';
import { moneyOfRows, rowsBetween } from './moneyOfRows.ts';
import type { Pair } from './pairUp.ts';
import { knownSplit, noSplit } from './valueSplit.ts';
import type { ValueSplit } from './valueSplit.ts';
import { addMoney, NO_MONEY } from './moneyFlow.ts';
import type { MoneyFlow } from './moneyFlow.ts';
import { unitPriceOf, worth } from './unitPrice.ts';
import type { UnitPrice } from './unitPrice.ts';

/** A figure in two statements; null where one does not print it. What is not listed, or closed, is zero. */
export interface Figures {
  readonly earlier: Decimal | null;
  readonly later: Decimal | null;
  /** Later less earlier. */
  readonly change: Decimal | null;
}

/** `opened-and-closed`: bought and sold between the two statements, held in neither. */
export type ChangeStatus = 'added' | 'removed' | 'changed' | 'unchanged' | 'opened-and-closed';

/** What became of one holding between two statements. */
export interface PositionChange {
  readonly position: Pair<Position>;
  readonly status: ChangeStatus;
  readonly units: Figures;
  /** INR. */
  readonly value: Figures;
  /** Null for insurance, which has no value. */
  readonly split: ValueSplit | null;
}

/** What the statements say beyond a single holding. */
export interface Between {
  /** The days of the two statements, `YYYY-MM-DD`; null when one is not dated: then no transaction lies between them. */
  readonly days: { readonly earlier: string; readonly later: string } | null;
  /** By ISIN, in the later statement. */
  readonly laterPrices: ReadonlyMap<string, UnitPrice>;
  /** Whether a holding lies in an account that the earlier statement does not list. */
  readonly isUnlisted: (later: Position) => boolean;
}

/** How a holding changed, and how much of that is money moved in or out and how much the market. */
export function changeOf(pair: Pair<Position>, between: Between): PositionChange {
  const units = figuresOf(pair, ({ units }) => units);
  const value = figuresOf(pair, ({ value }) => value);
  const rows = between.days
    ? rowsBetween(pair.later?.transactions ?? [], between.days.earlier, between.days.later)
    : [];
  const insured = (pair.later ?? pair.earlier).kind === 'insurance';
  const split = insured ? null : splitOf(pair, units, value.change, rows, between);
  const moved = { any: rows.length > 0, money: movedMoney(split) };
  return { position: pair, status: statusOf(pair, units, value, moved), units, value, split };
}

function figuresOf(
  { earlier, later }: Pair<Position>,
  figure: (position: Position) => Decimal | null,
): Figures {
  const of = (position: Position | null) =>
    position === null
      ? Decimal.zero
      : (figure(position) ?? (position.closed ? Decimal.zero : null));
  const before = of(earlier);
  const after = of(later);
  return { earlier: before, later: after, change: before && after ? after.minus(before) : null };
}

function statusOf(
  { earlier, later }: Pair<Position>,
  units: Figures,
  value: Figures,
  moved: { readonly any: boolean; readonly money: boolean },
): ChangeStatus {
  const wasHeld = earlier !== null && !earlier.closed;
  const isHeld = later !== null && !later.closed;
  if (wasHeld !== isHeld) return isHeld ? 'added' : 'removed';
  if (!isHeld && moved.any) return 'opened-and-closed';
  return same(units) && same(value) && !moved.money ? 'unchanged' : 'changed';
}

/** Money that came in may have gone to a loss, or out again: the value need not show it. */
function movedMoney(split: ValueSplit | null): boolean {
  return split?.because === null && (split.money.sign !== 0 || split.market.sign !== 0);
}

function same({ earlier, later }: Figures): boolean {
  return earlier && later ? earlier.equals(later) : earlier === later;
}

type Rows = Parameters<typeof moneyOfRows>[0];

function splitOf(
  pair: Pair<Position>,
  units: Figures,
  change: Decimal | null,
  rows: Rows,
  { days, laterPrices, isUnlisted }: Between,
): ValueSplit {
  if (!change) return noSplit('no-value');
  if (rows.length === 0) {
    if (units.change?.sign === 0) return knownSplit('units-unchanged', change, NO_MONEY);
    if (days && days.earlier === days.later) return noSplit('same-day');
    if (!units.change) {
      return change.sign === 0
        ? knownSplit('value-unchanged', change, NO_MONEY)
        : noSplit('no-units');
    }
  }
  const price = priceIn(pair, laterPrices);
  const moved = moneyOfRows(rows, price);
  if (moved.incomplete) return noSplit('rows-without-amount');
  const unexplained = units.change?.minus(moved.units) ?? Decimal.zero;
  if (within(UNITS_TOLERANCE, unexplained, Decimal.zero) && rows.length > 0) {
    return knownSplit(moved.estimated ? 'estimate' : 'transactions', change, moved.flow);
  }
  if (pair.later && !pair.earlier && isUnlisted(pair.later)) return noSplit('account-not-listed');
  if (hasNewIsin(pair)) return noSplit('new-isin');
  if (!price) return noSplit('no-price');
  return knownSplit('estimate', change, addMoney(moved.flow, flowOf(worth(unexplained, price))));
}

function flowOf(money: Decimal): MoneyFlow {
  const part = money.sign < 0 ? 'takenOut' : 'paidIn';
  return { ...NO_MONEY, [part]: money.abs() };
}

/** What was bought or sold without a row is taken at the later price: of the holding, or of its ISIN anywhere in the statement. */
function priceIn(
  { earlier, later }: Pair<Position>,
  prices: Between['laterPrices'],
): UnitPrice | null {
  const own = later && unitPriceOf(later);
  const isin = isinOf(later ?? earlier);
  return own ?? (isin === null ? null : (prices.get(isin) ?? null));
}

function hasNewIsin({ earlier, later }: Pair<Position>): boolean {
  const before = earlier && isinOf(earlier);
  const after = later && isinOf(later);
  return before !== null && after !== null && before !== after;
}
