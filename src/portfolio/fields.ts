import type { Decimal } from './decimal.ts';
import { isJsonArray, isJsonObject } from './exactJson.ts';
import type { JsonObject, JsonValue } from './exactJson.ts';
import { readDecimal, readFlag, readText } from './fieldValues.ts';
import { Place } from './place.ts';
import { isoDate } from './printedDate.ts';

/** A value of the answer that the model has no place for, kept so that nothing is lost. */
export interface KeptField {
  /** Where it stood: `mutual_funds[0].schemes[1].additional_info.new_key`. */
  readonly path: string;
  readonly value: JsonValue;
}

/**
 * The fields of one JSON object, taken one by one. Missing and null are the same: null. A value of another type than the one
 * asked for is kept, as is every key that nobody asked for, and `rest` hands them out: call it last.
 */
export class Fields {
  readonly #object: JsonObject;
  readonly #place: Place;
  readonly #taken: string[] = [];
  // Made when needed: most objects keep nothing.
  #kept: KeptField[] | null = null;
  #sections: Fields[] | null = null;

  constructor(object: JsonObject, place = Place.top) {
    this.#object = object;
    this.#place = place;
  }

  /** Text as it came; a number is taken too. Blank text is null. */
  text(key: string): string | null {
    const value = this.#take(key);
    const text = readText(value);
    return text === undefined ? this.#keep(key, value) : text;
  }

  /** A date, as `YYYY-MM-DD` where it can be read. */
  day(key: string): string | null {
    const printed = this.text(key);
    return printed === null ? null : isoDate(printed);
  }

  /** A number, exact; text that prints one is taken too. */
  decimal(key: string): Decimal | null {
    const value = this.#take(key);
    const decimal = readDecimal(value);
    return decimal === undefined ? this.#keep(key, value) : decimal;
  }

  flag(key: string): boolean | null {
    const value = this.#take(key);
    const flag = readFlag(value);
    return flag === undefined ? this.#keep(key, value) : flag;
  }

  /** One of the `choices`, whatever the case of its letters. */
  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice | null {
    const value = this.#take(key);
    if (value === null) return null;
    const wanted = typeof value === 'string' ? value.trim().toUpperCase() : null;
    return choices.find((choice) => choice.toUpperCase() === wanted) ?? this.#keep(key, value);
  }

  /** A list of texts; a single text is a list of one. */
  texts(key: string): string[] {
    const value = this.#take(key);
    if (!isJsonArray(value)) {
      if (typeof value === 'string') return value.trim() === '' ? [] : [value];
      if (value !== null) this.#keep(key, value);
      return [];
    }
    return value.flatMap((item, index) => {
      if (typeof item === 'string') return item.trim() === '' ? [] : [item];
      if (item !== null) this.#keepAt(this.#place.in(key).in(index), item);
      return [];
    });
  }

  /** The fields of an object inside this one; what is left of them belongs to this object's rest. */
  section(key: string): Fields {
    const value = this.#take(key);
    if (!isJsonObject(value)) {
      if (value !== null) this.#keep(key, value);
      return NO_FIELDS;
    }
    const section = new Fields(value, this.#place.in(key));
    (this.#sections ??= []).push(section);
    return section;
  }

  /** A list of objects, each read by `read`, which also takes care of its rest. */
  list<Item>(key: string, read: (item: Fields) => Item): Item[] {
    return this.objects(key, (object, list, index) => read(new Fields(object, list.in(index))));
  }

  /** A list of objects as they came, each made into an item, which also takes care of its rest. */
  objects<Item>(
    key: string,
    make: (object: JsonObject, list: Place, index: number) => Item,
  ): Item[] {
    const items: Item[] = [];
    const value = this.#take(key);
    if (!isJsonArray(value)) {
      if (value !== null) this.#keep(key, value);
      return items;
    }
    const list = this.#place.in(key);
    value.forEach((item, index) => {
      if (isJsonObject(item)) items.push(make(item, list, index));
      else if (item !== null) this.#keepAt(list.in(index), item);
    });
    return items;
  }

  /** What was not understood, here and in the sections. */
  rest(): readonly KeptField[] {
    for (const key of Object.keys(this.#object)) {
      if (!this.#taken.includes(key)) this.#keep(key, this.#object[key] ?? null);
    }
    for (const section of this.#sections ?? []) {
      for (const field of section.rest()) (this.#kept ??= []).push(field);
    }
    return this.#kept ?? NOTHING_KEPT;
  }

  #take(key: string): JsonValue {
    if (!Object.hasOwn(this.#object, key)) return null;
    this.#taken.push(key);
    return this.#object[key] ?? null;
  }

  #keep(key: string, value: JsonValue): null {
    return this.#keepAt(this.#place.in(key), value);
  }

  #keepAt(place: Place, value: JsonValue): null {
    (this.#kept ??= []).push({ path: place.toString(), value });
    return null;
  }
}

export const NOTHING_KEPT: readonly KeptField[] = [];

/** A section that is not there: every field of it is null. */
const NO_FIELDS = new Fields({});
