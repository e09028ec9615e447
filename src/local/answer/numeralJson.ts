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
  const sources: Sources = {};
  return { text: write(value, '', sources) ?? 'null', sources };
}

function write(value: AnswerValue, path: string, sources: Sources): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (value instanceof Decimal) return value.toString();
  if (isPrinted(value)) {
    sources[path] = [value.page, value.row];
    return value.value.toString();
  }
  if (isList(value)) {
    const items = value.map((each, index) => write(each, `${path}/${index}`, sources) ?? 'null');
    return `[${items.join(',')}]`;
  }
  return writeObject(value, path, sources);
}

function writeObject(value: AnswerObject, path: string, sources: Sources): string {
  const shared = sharedRow(value);
  const parts: string[] = [];
  for (const [key, each] of Object.entries(value)) {
    const own = shared && isPrinted(each) ? {} : sources;
    const text = write(each, `${path}/${key}`, own);
    if (text !== null) parts.push(`${JSON.stringify(key)}:${text}`);
  }
  if (shared) sources[path] = shared;
  return `{${parts.join(',')}}`;
}

/** The one row that all numbers of an object were read from; null when there are several, or none. */
function sharedRow(value: AnswerObject): readonly [number, number] | null {
  let shared: Printed | null = null;
  for (const each of Object.values(value)) {
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
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    value.value instanceof Decimal &&
    'page' in value &&
    typeof value.page === 'number'
  );
}
