import { Decimal } from '../../portfolio/decimal.ts';
import type { Printed } from '../statement.ts';

/** What an answer is made of: JSON whose numbers are exact, each with the place it was read at where there is one. */
export type AnswerValue =
  null | undefined | string | boolean | Decimal | Printed | readonly AnswerValue[] | AnswerObject;
export interface AnswerObject {
  readonly [key: string]: AnswerValue;
}

/** JSON pointer to where its number was read: `[page, row]`. One entry stands for all numbers of an object on one row. */
export type Sources = Record<string, readonly [number, number]>;

/**
 * Writes an answer as JSON text. Numbers are written with the digits that were printed and never pass through a float; what is
 * null or undefined is left out, as every field of the answer's shape may be.
 */
export function numeralJson(value: AnswerObject): { text: string; sources: Sources } {
  const writer = new Writer();
  writer.writeObject(value, '');
  return writer;
}

/** Ten thousands of rows are written, so all of them go to one text. */
class Writer {
  text = '';
  readonly sources: Sources = {};

  private write(value: NonNullable<AnswerValue>, path: string, placeIsKnown: boolean): void {
    if (typeof value === 'string' || typeof value === 'boolean') this.text += JSON.stringify(value);
    else if (value instanceof Decimal) this.text += value.toString();
    else if (isPrinted(value)) {
      this.text += value.value.toString();
      if (!placeIsKnown) this.sources[path] = [value.page, value.row];
    } else if (isList(value)) this.writeList(value, path);
    else this.writeObject(value, path);
  }

  private writeList(list: readonly AnswerValue[], path: string): void {
    let separator = '[';
    for (const [index, each] of list.entries()) {
      this.text += separator;
      separator = ',';
      if (each === null || each === undefined) this.text += 'null';
      else this.write(each, `${path}/${index}`, false);
    }
    this.text += separator === '[' ? '[]' : ']';
  }

  writeObject(value: AnswerObject, path: string): void {
    const shared = sharedRow(value);
    let separator = '{';
    for (const key in value) {
      const each = value[key];
      if (each === null || each === undefined) continue;
      this.text += `${separator}${JSON.stringify(key)}:`;
      separator = ',';
      this.write(each, `${path}/${key}`, shared !== null);
    }
    this.text += separator === '{' ? '{}' : '}';
    if (shared) this.sources[path] = shared;
  }
}

/** The one row that all numbers of an object were read from; null when there are several, or none. */
function sharedRow(value: AnswerObject): readonly [number, number] | null {
  let shared: Printed | null = null;
  for (const key in value) {
    const each = value[key];
    if (!isPrinted(each)) continue;
    if (shared && (shared.page !== each.page || shared.row !== each.row)) return null;
    shared = each;
  }
  return shared && [shared.page, shared.row];
}

function isList(value: AnswerValue): value is readonly AnswerValue[] {
  return Array.isArray(value);
}

function isPrinted(value: AnswerValue): value is Printed {
  if (typeof value !== 'object' || value === null) return false;
  const { value: number, page } = value as Partial<Record<string, unknown>>;
  return number instanceof Decimal && typeof page === 'number';
}
