import assert from 'node:assert/strict';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import type { Bookkept, Money } from './bookkept.ts';
import { numeral, plain } from './bookkept.ts';
import { readCsv } from './readCsv.ts';

/** What was read of an export, by the rules that its program documents. */
export interface ReadExport {
  readonly securities: ReadonlyMap<string, Bookkept>;
  readonly money: Money;
}

class Books {
  readonly #securities = new Map<string, { units: Decimal; came: Decimal; went: Decimal }>();
  readonly #money = {
    charges: Decimal.zero,
    dividends: Decimal.zero,
    kept: Decimal.zero,
    bank: Decimal.zero,
  };

  move(isin: string, units: Decimal, value: Decimal): void {
    const book = this.#securities.get(isin) ?? {
      units: Decimal.zero,
      came: Decimal.zero,
      went: Decimal.zero,
    };
    this.#securities.set(isin, book);
    book.units = book.units.plus(units);
    if (units.sign > 0) book.came = book.came.plus(value);
    else book.went = book.went.plus(value);
  }

  add(what: keyof Money, amount: Decimal): void {
    this.#money[what] = this.#money[what].plus(amount);
  }

  get all(): ReadExport {
    const { charges, dividends, kept, bank } = this.#money;
    return {
      securities: new Map(
        [...this.#securities].map(([isin, { units, came, went }]) => [
          isin,
          { units: plain(units), came: plain(came), went: plain(went) },
        ]),
      ),
      money: {
        charges: plain(charges),
        dividends: plain(dividends),
        kept: plain(kept),
        bank: plain(bank),
      },
    };
  }
}

/** Quicken Interchange Format: records of lines that begin with a letter, `T` the total with the commission `O`. */
export function readQif(text: string): ReadExport {
  const books = new Books();
  const symbols = new Map<string, string>();
  for (const { section, fields } of recordsOf(text)) {
    if (section === '!Type:Security') symbols.set(fields.get('N') ?? '', fields.get('S') ?? '');
    if (section !== '!Type:Invst') continue;
    assert.match(fields.get('D') ?? '', /^\d{4}-\d\d-\d\d$/);
    const symbol = symbols.get(fields.get('Y') ?? '');
    assert.ok(symbol !== undefined, 'the security is listed');
    const total = numeral(fields.get('T'));
    const commission = numeral(fields.get('O'));
    const units = numeral(fields.get('Q'));
    const action = fields.get('N') ?? '';
    const bank = fields.get('L') === '[Bank]' ? total : Decimal.zero;
    switch (action) {
      case 'Buy':
      case 'BuyX':
      case 'ReinvDiv':
        books.move(symbol, units, total.minus(commission));
        books.add('charges', commission);
        if (action === 'ReinvDiv') books.add('dividends', total);
        books.add('bank', bank.negated());
        break;
      case 'Sell':
      case 'SellX':
        books.move(symbol, units.negated(), total.plus(commission));
        books.add('charges', commission);
        books.add('bank', bank);
        break;
      case 'ShrsIn':
        books.move(symbol, units, total);
        break;
      case 'ShrsOut':
        books.move(symbol, units.negated(), total);
        break;
      case 'Div':
      case 'DivX':
        books.add('dividends', total);
        books.add('bank', bank);
        break;
      case 'MiscExp':
        books.add('kept', total);
        break;
      case 'XOut':
        books.add('bank', bank);
        break;
      default:
        assert.fail(action);
    }
  }
  return books.all;
}

function* recordsOf(text: string) {
  let section = '';
  let fields = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    if (line.startsWith('!')) section = line;
    else if (line === '^') {
      yield { section, fields };
      fields = new Map();
    } else fields.set(line.slice(0, 1), line.slice(1));
  }
}

/** Portfolio Performance, portfolio transactions: the value of a purchase is with its taxes, that of a sale without them. */
export function readPortfolioPerformance(text: string): ReadExport {
  const books = new Books();
  const [head = [], ...rows] = readCsv(text);
  for (const row of rows) {
    const field = new Map(head.map((name, index) => [name, row[index]]));
    assert.match(field.get('Date') ?? '', /^\d{4}-\d\d-\d\d$/);
    assert.equal(field.get('Transaction Currency'), 'INR');
    for (const name of ['Security Name', 'Cash Account', 'Securities Account'])
      assert.notEqual(field.get(name), '');
    const isin = field.get('ISIN') ?? '';
    const value = numeral(field.get('Value'));
    const taxes = numeral(field.get('Taxes'));
    const shares = numeral(field.get('Shares'));
    books.add('charges', taxes);
    switch (field.get('Type')) {
      case 'Buy':
      case 'Delivery (Inbound)':
        books.move(isin, shares, value.minus(taxes));
        break;
      case 'Sell':
      case 'Delivery (Outbound)':
        books.move(isin, shares.negated(), value.plus(taxes));
        break;
      default:
        assert.fail(field.get('Type'));
    }
  }
  return books.all;
}

interface GhostfolioFile {
  readonly accounts: readonly { readonly id: string }[];
  readonly assetProfiles: readonly { readonly symbol: string; readonly isin: string | null }[];
  readonly activities: readonly {
    readonly accountId: string;
    readonly date: string;
    readonly symbol: string;
    readonly type: string;
    readonly quantity: number;
    readonly unitPrice: number;
    readonly fee: number;
  }[];
}

function exact(figure: number): Decimal {
  const decimal = Decimal.fromNumber(figure);
  assert.ok(decimal);
  return decimal;
}

/** Ghostfolio: quantity times price, doubles that are not below zero; symbols of one's own begin with GF_. */
export function readGhostfolio(text: string): ReadExport {
  const books = new Books();
  const { accounts, assetProfiles, activities } = JSON.parse(text) as GhostfolioFile;
  const ids = new Set(accounts.map(({ id }) => id));
  assert.equal(ids.size, accounts.length);
  const isins = new Map(assetProfiles.map(({ symbol, isin }) => [symbol, isin ?? '']));
  assert.equal(isins.size, assetProfiles.length);
  for (const activity of activities) {
    assert.ok(ids.has(activity.accountId));
    assert.match(activity.symbol, /^GF_[A-Z0-9_]+/);
    assert.ok(Date.parse(activity.date) > 0);
    const isin = isins.get(activity.symbol);
    assert.ok(isin !== undefined);
    const { quantity, unitPrice, fee } = activity;
    for (const figure of [quantity, unitPrice, fee]) assert.ok(figure >= 0);
    const value = exact(Math.round(quantity * unitPrice * 100) / 100);
    if (activity.type === 'BUY') books.move(isin, exact(quantity), value);
    else if (activity.type === 'SELL') books.move(isin, exact(quantity).negated(), value);
    else assert.equal(activity.type, 'DIVIDEND');
    if (activity.type === 'DIVIDEND') books.add('dividends', value);
    books.add(activity.type === 'DIVIDEND' ? 'kept' : 'charges', exact(fee));
  }
  return books.all;
}
