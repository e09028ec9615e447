import { isoDay } from '../../days.ts';
import type { Statement } from '../../model.ts';
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
  sample: boolean,
): Journal {
  const period = periodOf(portfolio.statement);
  const names = new JournalNames();
  const books = positions
    .filter(({ kind }) => kind !== 'insurance')
    .map((position) => bookOf(position, names.of(position), period));
  const items = books.flatMap(({ entries, remarks }) => [...entries, ...remarks]);
  return {
    notes: [
      ...(sample ? [SAMPLE_NOTE] : []),
      `Made from a Consolidated Account Statement: ${statementName(portfolio) ?? 'of an unstated kind'}, ${said(period.from)} to ${said(period.to)}.`,
      'Money comes from and goes to Assets:Bank; switches pass through Assets:Switches; units without an amount in the statement come from Equity:Unvalued.',
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
      places: entries.reduce((most, { move }) => {
        return move.of === 'money' ? most : Math.max(most, move.units.scale);
      }, places),
    });
  }
  return [...bySymbol.values()];
}

/** One price for each security: a printed one before one that is computed. */
function pricesOf(books: readonly Book[], day: number): Price[] {
  const bySymbol = new Map<string, Price>();
  for (const { symbol, position } of books) {
    const { price } = position;
    const known = bySymbol.get(symbol);
    const estimate = isPriceComputed(position);
    if (!price || price.sign <= 0 || !isExpressible(price)) continue;
    if (!known || (known.estimate && !estimate))
      bySymbol.set(symbol, { day, symbol, price, estimate });
  }
  return [...bySymbol.values()];
}
