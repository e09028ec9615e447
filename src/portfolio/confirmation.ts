import { accountPointers, holdingPointers } from './answerPointers.ts';
import { isJsonObject } from './exactJson.ts';
import type { JsonObject, JsonValue } from './exactJson.ts';
import { ENVELOPE } from './localReading.ts';
import type { Portfolio } from './model.ts';

/** How many values were found how, when a statement was read on this computer. */
export interface FoundCount {
  /** A check agrees with them. */
  readonly confirmed: number;
  /** Nothing else in the statement repeats them. */
  readonly read: number;
  /** Not printed, but filled by something else. */
  readonly fallback: number;
}

/** The values of one object that no check confirms, by their path in the answer; a text says what one was filled from. */
export type Unconfirmed = ReadonlyMap<string, string | null>;

const ALL_CONFIRMED: Unconfirmed = new Map();

/** What the engine on this computer says of how the values of a portfolio were found. */
export class Confirmation {
  /** Numbers, and what says which account, security or person is meant. */
  readonly figures: FoundCount;
  /** Names, dates and descriptions, which statements print once. */
  readonly texts: FoundCount;
  private readonly unconfirmed: JsonObject;
  private readonly fallback: JsonObject;
  private readonly pointers: ReadonlyMap<object, string>;
  private readonly known = new Map<object, Unconfirmed>();
  private readonly rows = new Map<object, ReadonlyMap<object, Unconfirmed>>();

  constructor(portfolio: Portfolio, said: JsonObject) {
    const counts = objectIn(said, 'counts');
    this.figures = added(countsIn(counts, 'figures'), countsIn(counts, 'identifiers'));
    this.texts = countsIn(counts, 'texts');
    this.unconfirmed = objectIn(said, 'unconfirmed');
    this.fallback = objectIn(said, 'fallback');
    this.pointers = new Map([...accountPointers(portfolio), ...holdingPointers(portfolio)]);
  }

  /** How many figures no check agrees with. */
  get onlyRead(): number {
    return this.figures.read + this.figures.fallback;
  }

  /** The unconfirmed values of an account, a holder, a holding, the investor or the summary. */
  of(item: object): Unconfirmed {
    let known = this.known.get(item);
    if (known) return known;
    const pointer = this.pointers.get(item);
    known = pointer === undefined ? ALL_CONFIRMED : this.at(patternsOf(pointer));
    this.known.set(item, known);
    return known;
  }

  /** Those of a transaction; a holding's are looked up together, when the first of them is asked for. */
  ofRow(holding: WithRows, row: object): Unconfirmed {
    let rows = this.rows.get(holding);
    if (!rows) this.rows.set(holding, (rows = this.rowsOf(holding)));
    return rows.get(row) ?? ALL_CONFIRMED;
  }

  private rowsOf(holding: WithRows): ReadonlyMap<object, Unconfirmed> {
    const pointer = this.pointers.get(holding);
    if (pointer === undefined) return new Map();
    const list = `${pointer}/transactions`;
    const common = this.at(patternsOf(`${list}/0`).filter((pattern) => pattern.endsWith('/*')));
    return new Map(
      holding.transactions.map((row, index) => {
        const own = this.at([`${list}/${index}`]);
        return [row, own.size === 0 ? common : new Map([...common, ...own])];
      }),
    );
  }

  private at(patterns: readonly string[]): Unconfirmed {
    const found = new Map<string, string | null>();
    for (const pattern of patterns) {
      const names = this.unconfirmed[pattern];
      if (!Array.isArray(names)) continue;
      for (const name of names as readonly JsonValue[]) {
        if (typeof name !== 'string') continue;
        const fallback = this.fallback[`${pattern}/${name}`];
        found.set(name, typeof fallback === 'string' ? fallback : null);
      }
    }
    return found.size === 0 ? ALL_CONFIRMED : found;
  }
}

interface WithRows {
  readonly transactions: readonly object[];
}

/** Null for a portfolio of the service, and for one that was read here before the engine said so. */
export function confirmationOf(portfolio: Portfolio): Confirmation | null {
  const envelope = portfolio.rest.find(({ path }) => path === ENVELOPE)?.value;
  if (!isJsonObject(envelope) || envelope.engine !== 'local') return null;
  return isJsonObject(envelope.confirmation)
    ? new Confirmation(portfolio, envelope.confirmation)
    : null;
}

/** A pointer, and the patterns that speak for it, from the end on with `*` for its indexes. */
function patternsOf(pointer: string): string[] {
  const steps = pointer.split('/');
  const patterns = [pointer];
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    if (!/^\d+$/.test(steps[index] ?? '')) continue;
    steps[index] = '*';
    patterns.push(steps.join('/'));
  }
  return patterns;
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}

function countsIn(counts: JsonObject, kind: string): FoundCount {
  const count = objectIn(counts, kind);
  const of = (key: keyof FoundCount): number => {
    const value = count[key];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  return { confirmed: of('confirmed'), read: of('read'), fallback: of('fallback') };
}

function added(one: FoundCount, other: FoundCount): FoundCount {
  return {
    confirmed: one.confirmed + other.confirmed,
    read: one.read + other.read,
    fallback: one.fallback + other.fallback,
  };
}
