/**
 * JSON whose numbers keep the digits they were written with.
 *
 * A double holds every numeral of up to 15 significant digits exactly (its shortest decimal form is the numeral again), so
 * such numbers stay plain numbers. Any other numeral becomes a `Numeral` with its source text.
 */

import { findLongNumerals } from './longNumerals.ts';
import type { Span } from './longNumerals.ts';

/** A number that a double may not hold: the text it was written as. */
export class Numeral {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  toJSON(): string {
    return this.source;
  }
}

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
export type JsonArray = readonly JsonValue[];
export type JsonValue = null | boolean | string | number | Numeral | JsonArray | JsonObject;

/** Parses JSON text, with or without a byte order mark. Throws a SyntaxError when it is not JSON, a RangeError when it is nested thousands deep. */
export function parseExactJson(text: string): JsonValue {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const numerals = findLongNumerals(json);
  if (numerals.length === 0) return JSON.parse(json) as JsonValue;
  const mark = unusedMark(json);
  const top = { value: JSON.parse(markAsStrings(json, numerals, mark)) as JsonValue };
  restoreNumerals(top, mark);
  return top.value;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Numeral)
  );
}

export function isJsonArray(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value);
}

/*
 * A reviver would be told the source of every number, but takes six times as long for all of the text: so the long numerals are
 * made strings that begin with a mark which no string of the text has, and are found again by it.
 */

/** As many U+0001 as no string has in a row. It has one spelling only in JSON, where it must be escaped. */
function unusedMark(json: string): string {
  let mark = '\u0001';
  while (json.includes(escaped(mark))) mark += mark;
  return mark;
}

function markAsStrings(json: string, numerals: readonly Span[], mark: string): string {
  const opening = `"${escaped(mark)}`;
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of numerals) {
    parts.push(json.slice(done, start), opening, json.slice(start, end), '"');
    done = end;
  }
  parts.push(json.slice(done));
  return parts.join('');
}

function escaped(mark: string): string {
  return '\\u0001'.repeat(mark.length);
}

/** Puts numerals in the place of the marked strings in a list or object. */
function restoreNumerals(container: Record<string | number, JsonValue>, mark: string): void {
  if (Array.isArray(container)) {
    for (let index = 0; index < container.length; index++) restoreMember(container, index, mark);
  } else {
    for (const key in container) restoreMember(container, key, mark);
  }
}

function restoreMember(
  container: Record<string | number, JsonValue>,
  key: string | number,
  mark: string,
): void {
  const member = container[key];
  if (typeof member === 'string') {
    if (member.startsWith(mark)) container[key] = new Numeral(member.slice(mark.length));
  } else if (typeof member === 'object' && member !== null) {
    restoreNumerals(member as Record<string | number, JsonValue>, mark);
  }
}
