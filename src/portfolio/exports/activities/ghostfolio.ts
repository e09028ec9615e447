import { parseDay } from '../../days.ts';
import { Decimal } from '../../decimal.ts';
import type { Position } from '../../positions.ts';
import { SAMPLE_NOTE } from '../summaryRows.ts';
import type { Activities } from './activitiesOf.ts';
import type { Activity } from './activity.ts';
import type { ActivityFile } from './activityFile.ts';
import { Names, Unique, securityKey } from './names.ts';
import { ShortcomingCount } from './shortcomingCount.ts';

/** JSON with figures that keep all of their digits. */
type Json = string | Decimal | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * Activities as JSON for Ghostfolio's import: an account for each folio, a profile of our own making for each security, with the price
 * that the statement closes with, since its sources of prices do not know Indian funds by ISIN. Charges are fees. It knows no units that come or go
 * without being bought or sold: these are bought and sold at their cost, with a comment that says so, and no gain comes of it.
 */
export function ghostfolioOf(
  { activities, closed, shortcomings }: Activities,
  sample: boolean,
): ActivityFile {
  const names = new Names();
  const ids = new Ids(names);
  const count = new ShortcomingCount(shortcomings);
  const orders: Json[] = [];
  const positions: Position[] = [];
  for (const activity of activities) {
    // It takes no earlier day.
    if ((parseDay(activity.date) ?? 0) <= 0) {
      count.add('before-1970');
      continue;
    }
    positions.push(activity.position);
    for (const order of ordersOf(activity)) orders.push(activityJson(activity, order, ids));
  }
  const json: Json = {
    accounts: accountsJson(positions, ids, sample),
    assetProfiles: profilesJson(positions, ids, closed),
    activities: orders,
  };
  return { text: `${written(json, '')}\n`, shortcomings: count.all };
}

/** Identifiers that are the same whenever the same statement is exported: a second import finds what the first one made. */
class Ids {
  readonly names: Names;
  readonly #symbols = new Unique();

  constructor(names: Names) {
    this.names = names;
  }

  account(position: Position): string {
    return `casparser ${this.names.account(position)}`;
  }

  /** With the prefix that it asks of symbols that are no one else's. */
  symbol(position: Position): string {
    return this.#symbols.of(securityKey(position), () => {
      const words = (position.isin ?? position.name ?? 'UNNAMED').toUpperCase();
      return `GF_${words.replace(/[^A-Z0-9]+/g, '_').slice(0, 60)}`;
    });
  }
}

interface Order {
  readonly type: 'BUY' | 'SELL' | 'DIVIDEND';
  readonly quantity: Decimal;
  readonly amount: Decimal;
  readonly fee: Decimal;
}

const ONE = Decimal.fromInteger(1);

function ordersOf(activity: Activity): Order[] {
  switch (activity.of) {
    case 'bought': {
      const { units, amount, stampDuty } = activity.trade;
      return [{ type: 'BUY', quantity: units, amount, fee: stampDuty }];
    }
    case 'sold': {
      const { units, amount, stt, tds } = activity.trade;
      return [{ type: 'SELL', quantity: units, amount, fee: stt.plus(tds) }];
    }
    case 'reinvested': {
      const { units, amount, stampDuty, tds } = activity.trade;
      const gross = amount.plus(stampDuty).plus(tds);
      return [
        { type: 'DIVIDEND', quantity: ONE, amount: gross, fee: tds },
        { type: 'BUY', quantity: units, amount, fee: stampDuty },
      ];
    }
    case 'paid-out':
      return [{ type: 'DIVIDEND', quantity: ONE, amount: activity.amount, fee: activity.tds }];
    case 'came':
    case 'went': {
      const { units, cost, of } = activity;
      const type = of === 'came' ? 'BUY' : 'SELL';
      return [{ type, quantity: units, amount: cost.rupees, fee: Decimal.zero }];
    }
  }
}

/** The price that gives the amount to the paisa for any number of units. */
const PLACES_OF_PRICE = 12;

function activityJson(
  { position, date, note, of }: Activity,
  { type, quantity, amount, fee }: Order,
  ids: Ids,
): Json {
  const moved = of === 'came' || of === 'went';
  return {
    accountId: ids.account(position),
    comment: moved ? `${note}; at cost, nothing was ${of === 'came' ? 'bought' : 'sold'}` : note,
    currency: 'INR',
    dataSource: 'MANUAL',
    date: midnight(date),
    fee,
    quantity,
    symbol: ids.symbol(position),
    type,
    unitPrice: amount.dividedBy(quantity, PLACES_OF_PRICE).trimmed(0),
  };
}

function accountsJson(positions: readonly Position[], ids: Ids, sample: boolean): Json {
  const byId = new Map(positions.map((position) => [ids.account(position), position]));
  return [...byId].map(([id, position]) => ({
    id,
    name: ids.names.account(position),
    currency: 'INR',
    comment: sample ? SAMPLE_NOTE : null,
    platformId: null,
    balances: [],
  }));
}

function profilesJson(positions: readonly Position[], ids: Ids, closed: string | null): Json {
  const bySymbol = new Map(positions.map((position) => [ids.symbol(position), position]));
  return [...bySymbol].map(([symbol, position]) => ({
    symbol,
    dataSource: 'MANUAL',
    currency: 'INR',
    name: ids.names.security(position),
    isin: position.isin?.trim() ?? null,
    ...classOf(position),
    marketData:
      closed !== null && position.price && position.price.sign > 0
        ? [{ date: midnight(closed), marketPrice: position.price }]
        : [],
  }));
}

function classOf({ kind }: Position): Readonly<Record<string, Json>> {
  switch (kind) {
    case 'shares':
      return { assetClass: 'EQUITY', assetSubClass: 'STOCK' };
    case 'bonds':
    case 'government-securities':
      return { assetClass: 'FIXED_INCOME', assetSubClass: 'BOND' };
    case 'folio-equity':
      return { assetClass: 'EQUITY', assetSubClass: 'MUTUALFUND' };
    case 'folio-debt':
      return { assetClass: 'FIXED_INCOME', assetSubClass: 'MUTUALFUND' };
    default:
      return { assetClass: null, assetSubClass: null };
  }
}

function midnight(date: string): string {
  return `${date}T00:00:00.000Z`;
}

function written(json: Json, indent: string): string {
  if (json === null || typeof json === 'string') return JSON.stringify(json);
  if (json instanceof Decimal) return json.toString();
  const inner = `${indent}  `;
  const isList = Array.isArray(json);
  const parts = isList
    ? json.map((one: Json) => written(one, inner))
    : Object.entries(json).map(([name, one]) => `${JSON.stringify(name)}: ${written(one, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}
