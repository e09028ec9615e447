import { Decimal } from './decimal.ts';
import { isJsonArray, isJsonObject } from './exactJson.ts';
import type { JsonObject, JsonValue } from './exactJson.ts';
import { readDecimal } from './fieldValues.ts';
import type { KeptField } from './fields.ts';
import { ENVELOPE } from './localReading.ts';
import type { Portfolio } from './model.ts';

/** A list of the answer that the model does not know, of what seems to be held: it is in no total. */
export interface UncountedList {
  /** Its keys in the answer, without places: `demat_accounts.holdings.reits`. */
  readonly name: string;
  readonly entries: number;
  /** It is known what they are, but not whether another list has the same ones. */
  readonly maybeCounted: boolean;
  /** What the entries say that they are worth, INR; null where one does not say. */
  readonly value: Decimal | null;
}

/** Objects in objects: no answer that anybody met goes deeper. */
const DEEPEST = 4;
const LONGEST_NAME = 80;

/** The lists of holdings, accounts and policies that nothing reads, those of one name together, in the order of the model. */
export function uncountedLists(portfolio: Portfolio): UncountedList[] {
  const accounts = [...portfolio.dematAccounts, ...portfolio.folios, ...portfolio.npsAccounts];
  const kept = [portfolio, ...accounts].flatMap(({ rest }) => rest);
  const lists = kept
    .filter(({ path }) => path !== ENVELOPE)
    .flatMap((field) => listsIn(field, DEEPEST));
  return [...Map.groupBy(lists, ({ name }) => name)].map(([name, same]) => ({
    name,
    maybeCounted: name === 'folios' || name === 'folios.schemes',
    entries: same.reduce((sum, { entries }) => sum + entries, 0),
    value: sumIfAll(same.map(({ value }) => value)),
  }));
}

type List = Omit<UncountedList, 'maybeCounted'>;

function listsIn({ path, value }: KeptField, depth: number): List[] {
  if (depth === 0) return [];
  if (isJsonArray(value)) {
    const held = value.filter(isJsonObject).filter(seemsHeld);
    if (held.length > 0) return [listOf(path, held)];
    return value.flatMap((item) => (isJsonObject(item) ? insideOf(path, item, depth) : []));
  }
  return isJsonObject(value) ? insideOf(path, value, depth) : [];
}

function insideOf(path: string, object: JsonObject, depth: number): List[] {
  return Object.entries(object).flatMap(([key, value]) =>
    listsIn({ path: `${path}.${key}`, value }, depth - 1),
  );
}

function listOf(path: string, held: readonly JsonObject[]): List {
  return {
    name: path.replace(/\[\d+\]/g, '').slice(0, LONGEST_NAME),
    entries: held.length,
    value: sumIfAll(held.map(worth)),
  };
}

const WORTH = ['value', 'market_value', 'current_value'];
const HELD = [...WORTH, 'units', 'quantity', 'isin', 'sum_assured', 'policy_number'];

/** A row with a date is something that happened. */
function seemsHeld(entry: JsonObject): boolean {
  const says = (key: string) => isSaid(entry[key]);
  return HELD.some(says) && !says('date');
}

function isSaid(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && !isJsonObject(value) && !isJsonArray(value);
}

function worth(entry: JsonObject): Decimal | null {
  for (const key of WORTH) {
    const value = readDecimal(entry[key]);
    if (value) return value;
  }
  return null;
}

function sumIfAll(values: readonly (Decimal | null)[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? Decimal.sum(known) : null;
}
