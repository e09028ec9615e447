/** What pdf.js hands an operator: a list of any kind. */
export type List = ArrayLike<unknown> & Iterable<unknown>;

export function isList(value: unknown): value is List {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && Symbol.iterator in value);
}

/** A hostile file can put anything where a number belongs: 0 is read then. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
