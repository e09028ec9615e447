import { isJsonObject, Numeral } from './exactJson.ts';
import type { JsonValue } from './exactJson.ts';

/** One scalar of a JSON value, or an empty list or object, as text. */
export interface JsonLeaf {
  readonly path: string;
  readonly text: string;
}

/** Takes a JSON value apart into its scalars. Not recursive: hostile JSON nests as deep as it likes. */
export function jsonLeaves(path: string, value: JsonValue): JsonLeaf[] {
  const leaves: JsonLeaf[] = [];
  const waiting: { readonly path: string; readonly value: JsonValue }[] = [{ path, value }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const children = childrenOf(next.path, next.value);
    if (children.length === 0) leaves.push({ path: next.path, text: textOf(next.value) });
    // What is pushed last comes first: the order of the JSON stays.
    for (const child of children.reverse()) waiting.push(child);
  }
  return leaves;
}

function childrenOf(path: string, value: JsonValue): { path: string; value: JsonValue }[] {
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((item, index) => ({
      path: `${path}[${index}]`,
      value: item,
    }));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([key, item]) => ({ path: `${path}.${key}`, value: item }));
}

function textOf(value: JsonValue): string {
  if (value instanceof Numeral) return value.source;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[]' : '{}';
  return String(value);
}
