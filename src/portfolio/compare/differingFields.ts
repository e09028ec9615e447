import { Decimal } from '../decimal.ts';
import type { FieldValue } from './comparedFields.ts';

/** A field of which two readings have different values. */
export interface DifferingField {
  readonly field: string;
  readonly earlier: FieldValue;
  readonly later: FieldValue;
}

const NONE: readonly DifferingField[] = [];

/** The fields that differ: numbers by their value, texts letter by letter. */
export function differingFields<Name extends string>(
  fields: Readonly<Record<Name, true>>,
  earlier: Readonly<Record<Name, FieldValue>>,
  later: Readonly<Record<Name, FieldValue>>,
): readonly DifferingField[] {
  // Made when needed: two readings of fifty thousand transactions hardly differ.
  let found: DifferingField[] | null = null;
  for (const field in fields) {
    const one = earlier[field];
    const other = later[field];
    if (!isSame(one, other)) (found ??= []).push({ field, earlier: one, later: other });
  }
  return found ?? NONE;
}

export function differingValues(
  field: string,
  earlier: FieldValue,
  later: FieldValue,
): readonly DifferingField[] {
  return isSame(earlier, later) ? NONE : [{ field, earlier, later }];
}

function isSame(one: FieldValue, other: FieldValue): boolean {
  if (one === other) return true;
  if (one instanceof Decimal && other instanceof Decimal) return one.equals(other);
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
