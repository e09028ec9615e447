import type { Decimal } from './decimal.ts';
import { isJsonObject, Numeral } from './exactJson.ts';
import type { JsonObject, JsonValue } from './exactJson.ts';
import { readDecimal, readText } from './fieldValues.ts';
import { Fields, NOTHING_KEPT } from './fields.ts';
import type { KeptField } from './fields.ts';
import type { Transaction } from './model.ts';
import type { Place } from './place.ts';
import { isoDate } from './printedDate.ts';
import { readTransactionType } from './transactionType.ts';
import type { TransactionType } from './transactionType.ts';

/** The transactions of a scheme or security, in the order in which they came. */
export function readTransactions(holding: Fields): Transaction[] {
  return holding.objects(
    'transactions',
    (row, list, index) => new AnsweredTransaction(row, list, index),
  );
}

/**
 * A transaction whose fields are read from its row whenever they are asked for: of fifty thousand rows most fields are never
 * looked at, and to read one again costs less than to make and keep objects for all of them.
 */
class AnsweredTransaction implements Transaction {
  /** As it came. The only property of its own, so that whatever compares or prints transactions sees all of it. */
  readonly row: JsonObject;
  readonly #info: JsonObject;
  readonly #list: Place;
  readonly #index: number;

  constructor(row: JsonObject, list: Place, index: number) {
    this.row = row;
    const info = row.additional_info;
    this.#info = isJsonObject(info) ? info : NO_INFO;
    this.#list = list;
    this.#index = index;
  }

  get date(): string | null {
    const printed = textOf(this.row.date);
    return printed === null ? null : isoDate(printed);
  }

  get description(): string | null {
    return textOf(this.row.description);
  }

  get type(): TransactionType {
    return readTransactionType(this.printedType);
  }

  get printedType(): string | null {
    return textOf(this.row.type);
  }

  get amount(): Decimal | null {
    return decimalOf(this.row.amount);
  }

  get units(): Decimal | null {
    return decimalOf(this.row.units);
  }

  get nav(): Decimal | null {
    return decimalOf(this.row.nav);
  }

  get balance(): Decimal | null {
    return decimalOf(this.row.balance);
  }

  get dividendRate(): Decimal | null {
    return decimalOf(this.row.dividend_rate);
  }

  get credit(): Decimal | null {
    return decimalOf(this.#info.credit);
  }

  get debit(): Decimal | null {
    return decimalOf(this.#info.debit);
  }

  get orderNumber(): string | null {
    return textOf(this.#info.order_no);
  }

  get price(): Decimal | null {
    return decimalOf(this.#info.price);
  }

  get stampDuty(): Decimal | null {
    return decimalOf(this.#info.stamp_duty);
  }

  get stt(): Decimal | null {
    return decimalOf(this.#info.stt);
  }

  get incomeDistribution(): Decimal | null {
    return decimalOf(this.#info.income_distribution);
  }

  get capitalWithdrawal(): Decimal | null {
    return decimalOf(this.#info.capital_withdrawal);
  }

  get rest(): readonly KeptField[] {
    return isOrdinary(this.row, ROW) ? NOTHING_KEPT : this.#readRest();
  }

  #readRest(): readonly KeptField[] {
    const row = new Fields(this.row, this.#list.in(this.#index));
    takeAll(row, ROW);
    takeAll(row.section('additional_info'), INFO);
    return row.rest();
  }
}

const NO_INFO: JsonObject = {};

function textOf(value: JsonValue | undefined): string | null {
  return readText(value) ?? null;
}

function decimalOf(value: JsonValue | undefined): Decimal | null {
  return readDecimal(value) ?? null;
}

/** What each key of an object says. */
type Keys = ReadonlyMap<string, 'text' | 'decimal' | 'info'>;

const ROW: Keys = new Map([
  ['date', 'text'],
  ['description', 'text'],
  ['type', 'text'],
  ['amount', 'decimal'],
  ['units', 'decimal'],
  ['nav', 'decimal'],
  ['balance', 'decimal'],
  ['dividend_rate', 'decimal'],
  ['additional_info', 'info'],
]);

const INFO: Keys = new Map([
  ['credit', 'decimal'],
  ['debit', 'decimal'],
  ['order_no', 'text'],
  ['price', 'decimal'],
  ['stamp_duty', 'decimal'],
  ['stt', 'decimal'],
  ['income_distribution', 'decimal'],
  ['capital_withdrawal', 'decimal'],
]);

function takeAll(fields: Fields, keys: Keys): void {
  for (const [key, says] of keys) {
    if (says === 'text') fields.text(key);
    if (says === 'decimal') fields.decimal(key);
  }
}

/** Whether an object has these keys only, with values of the usual types, so that nothing is left of it. */
function isOrdinary(object: JsonObject, keys: Keys): boolean {
  for (const key in object) {
    const value = object[key];
    if (value === null) continue;
    const says = keys.get(key);
    if (says === 'text' && typeof value === 'string') continue;
    if (says === 'decimal' && isNumber(value)) continue;
    if (says === 'info' && isJsonObject(value) && isOrdinary(value, INFO)) continue;
    return false;
  }
  return true;
}

function isNumber(value: JsonValue | undefined): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value instanceof Numeral && readDecimal(value) !== undefined;
}
