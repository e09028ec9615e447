import { isoDay } from '../../days.ts';
import type { Decimal } from '../../decimal.ts';
import type { Facts } from '../../facts/facts.ts';
import { portfolioLots } from '../../lots/portfolioLots.ts';
import type { Statement } from '../../model.ts';
import type { Position } from '../../positions.ts';
import { isPriceComputed } from '../holdingsTable.ts';
import type { StatementSelection } from '../selection.ts';
import { SAMPLE_NOTE } from '../summaryRows.ts';
import { statementName } from '../whole.ts';
import { bookOf } from './bookOf.ts';
import type { Book } from './bookOf.ts';
import { journalDay } from './drafts.ts';
import { isExpressible } from './journal.ts';
import type { Commodity, Journal, Price } from './journal.ts';
import { journalText } from './journalText.ts';
import { JournalNames } from './names.ts';
import type { Period } from './opening.ts';

/** The positions with all of their transactions as a journal. Insurance has no units and is left out. */
export function journalOf(
  { portfolio, positions }: Pick<StatementSelection, 'portfolio' | 'positions'>,
  { sample, facts }: { readonly sample: boolean; readonly facts: Facts },
): Journal {
  const period = periodOf(portfolio.statement);
  const names = new JournalNames();
  const allLots = portfolioLots(portfolio, facts);
  const books = positions
    .filter(({ kind }) => kind !== 'insurance')
    .map((position) => {
      const lots = position.source.of === 'scheme' ? allLots.get(position.source.scheme) : null;
      return bookOf(position, names.of(position), { period, lots: lots ?? null, facts });
    });
  const items = books.flatMap(({ entries, remarks }) => [...entries, ...remarks]);
  return {
    notes: [
      ...(sample ? [SAMPLE_NOTE] : []),
      `Made from a Consolidated Account Statement: ${statementName(portfolio) ?? 'of an unstated kind'}, ${said(period.from)} to ${said(period.to)}.`,
      ...NOTES,
      ...(positions.length > books.length
        ? ['Insurance policies have no units and are left out.']
        : []),
    ],
    commodities: commoditiesOf(books),
    items: items.sort((one, other) => (one.day ?? -Infinity) - (other.day ?? -Infinity)),
    prices: period.to === null ? [] : pricesOf(books, period.to),
    closings: books.flatMap(({ closing }) => closing ?? []),
  };
}

const NOTES = [
  'Money comes from and goes to Assets:Bank; switches pass through Assets:Switches; units whose cost is not in the statement come from Equity:Unvalued.',
  'Sales take the units held longest. Income:CapitalGains has what they brought before STT and TDS, less their cost with stamp duty: an estimate, not tax advice.',
  'A merger, a segregated portfolio, a gift and a transfer take cost and dates along, by way of Equity:Carried-Over, and are no sale. What a reversal undoes is left out.',
];

/** A statement that says no day is as old as the answer. */
function periodOf({ from, to, generatedAt }: Statement): Period {
  return {
    from: journalDay(from),
    to: journalDay(to) ?? journalDay(generatedAt?.slice(0, 10) ?? null),
  };
}

function said(day: number | null): string {
  return day === null ? 'an unstated day' : isoDay(day);
}

function commoditiesOf(books: readonly Book[]): Commodity[] {
  const bySymbol = new Map<string, Commodity>();
  for (const { symbol, position, entries } of books) {
    const { name, places } = bySymbol.get(symbol) ?? { name: null, places: 3 };
    bySymbol.set(symbol, {
      symbol,
      name: name ?? (journalText(position.name ?? '') || null),
      places: entries
        .flatMap(({ postings }) => postings)
        .reduce((most, posting) => {
          return posting.of === 'money' ? most : Math.max(most, posting.units.scale);
        }, places),
    });
  }
  return [...bySymbol.values()];
}

/** One price for each security: a printed one before one that is computed, and the last one of what is closed. */
function pricesOf(books: readonly Book[], day: number): Price[] {
  const bySymbol = new Map<string, Price>();
  for (const { symbol, position } of books) {
    const known = bySymbol.get(symbol);
    const price = priceOf(position, day);
    if (!price || price.price.sign <= 0 || !isExpressible(price.price)) continue;
    if (!known || rank(price, day) > rank(known, day)) bySymbol.set(symbol, { ...price, symbol });
  }
  return [...bySymbol.values()];
}

function priceOf(position: Position, day: number): Priced | null {
  const { price, closed, transactions } = position;
  const estimate = isPriceComputed(position);
  if (price && price.sign > 0)
    return { day, price: estimate ? priceInFull(price, position) : price, estimate };
  if (!closed) return null;
  // Without any price, hledger would not value what is left of it, no units, at nothing.
  const priced = transactions.flatMap(({ nav, date }) => {
    const sold = journalDay(date);
    return nav && nav.sign > 0 && sold !== null ? [{ day: sold, price: nav, estimate: false }] : [];
  });
  return priced.reduce<Priced | null>(
    (last, row) => (last && last.day > row.day ? last : row),
    null,
  );
}

type Priced = Omit<Price, 'symbol'>;

/** Decimals of a price at which any number of units is worth its value to the paisa. */
const MOST_PLACES = 12;

/** Value divided by units, in as many decimals as give the value back to the paisa. */
function priceInFull(price: Decimal, { value, units }: Position): Decimal {
  if (!value || !units || units.sign <= 0) return price;
  let full = price;
  for (let places = price.scale; places <= MOST_PLACES; places += 1) {
    full = value.dividedBy(units, places);
    if (full.times(units).round(2).equals(value.round(2))) return full;
  }
  return full;
}

function rank(price: Priced, day: number): number {
  return price.day < day ? 0 : price.estimate ? 1 : 2;
}
