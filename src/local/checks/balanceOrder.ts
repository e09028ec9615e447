import type { Decimal } from '../../portfolio/decimal.ts';
import type { PrintedScheme, PrintedTransaction } from '../statement.ts';

type Rows = readonly PrintedTransaction[];

/** Rows of one day are tried in every place as long as there are not more of them. */
const MOST_OF_A_DAY = 100;

/**
 * A scheme's rows in the order that their balances follow. Nearly always that is the order they are printed in; but statements can
 * print the newest first, or a row that came late, and their balances then follow the days.
 */
export function inBalanceOrder(scheme: PrintedScheme): Rows {
  const printed = scheme.transactions;
  let best: Rows = printed;
  let least = breaksIn(scheme, printed);
  if (least === 0) return printed;
  const byDay = sortedByDay(printed);
  const orders = [
    () => byDay,
    () => sortedByDay(printed.toReversed()),
    () => chained(scheme, byDay),
  ];
  for (const order of orders) {
    const rows = order();
    const breaks = breaksIn(scheme, rows);
    if (breaks >= least) continue;
    best = rows;
    least = breaks;
  }
  return best;
}

/** How many balances in this order are not what the balance before and the units give, the closing balance included. */
function breaksIn({ open, close }: PrintedScheme, rows: Rows): number {
  let breaks = 0;
  let balance = open?.value ?? null;
  for (const row of rows) {
    const after = balanceAfter(balance, row);
    if (row.balance && after && !row.balance.value.equals(after)) breaks += 1;
    balance = row.balance?.value ?? after;
  }
  return close && balance && !close.value.equals(balance) ? breaks + 1 : breaks;
}

function balanceAfter(before: Decimal | null, { units }: PrintedTransaction): Decimal | null {
  return before && units ? before.plus(units.value) : before;
}

function sortedByDay(rows: Rows): Rows {
  return rows.toSorted((one, other) => one.date.localeCompare(other.date));
}

/** The rows of each day in the order in which one follows from the other; what has no balance stays behind its row. */
function chained({ open }: PrintedScheme, byDay: Rows): Rows {
  const result: PrintedTransaction[] = [];
  let balance = open?.value ?? null;
  for (const ofDay of Map.groupBy(byDay, ({ date }) => date).values()) {
    const waiting = ofDay.length > MOST_OF_A_DAY ? [[...ofDay]] : withFollowers(ofDay);
    while (waiting.length > 0) {
      const next = waiting.findIndex(([row]) => row && followsFrom(balance, row));
      for (const row of waiting.splice(Math.max(0, next), 1)[0] ?? []) {
        balance = row.balance?.value ?? balanceAfter(balance, row);
        result.push(row);
      }
    }
  }
  return result;
}

function withFollowers(rows: Rows): PrintedTransaction[][] {
  const groups: PrintedTransaction[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && !row.balance) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function followsFrom(before: Decimal | null, row: PrintedTransaction): boolean {
  const after = balanceAfter(before, row);
  return after !== null && row.balance?.value.equals(after) === true;
}
