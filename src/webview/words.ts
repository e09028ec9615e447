import type { ComponentChild } from 'preact';
import { Decimal } from '../portfolio/decimal.ts';
import { formatUnits } from '../portfolio/format.ts';

let translations: Readonly<Record<string, string>> = {};

/** Sets the editor's language; what is on screen must be rendered again. */
export function setWords(words: Readonly<Record<string, string>>): void {
  translations = words;
}

/** The English text in the editor's language, with `{0}`, `{1}` ... replaced by the values. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  return translated(english).replace(PLACE, (place, index: string) =>
    String(values[Number(index)] ?? place),
  );
}

/** As `t`, for values that are elements: text of a statement goes into a sentence as a `<Text>`. */
export function sentence(english: string, ...values: readonly ComponentChild[]): ComponentChild[] {
  return translated(english)
    .split(PLACE)
    .map((part, index) => (index % 2 === 0 ? part : values[Number(part)]));
}

/** `1 folio`, `12 folios`: both texts have the number as `{0}`, and other numbers after it. */
export function counted(
  count: number,
  one: string,
  many: string,
  ...others: readonly number[]
): string {
  const numbers = [count, ...others].map((number) => formatUnits(Decimal.fromInteger(number)));
  return t(count === 1 ? one : many, ...numbers);
}

const PLACE = /\{(\d)\}/g;

function translated(english: string): string {
  return Object.hasOwn(translations, english) ? (translations[english] ?? english) : english;
}
