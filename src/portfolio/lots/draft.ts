import type { Movement, MovementKind } from './movement.ts';

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** A movement while its statement is still being read. */
export interface Draft extends Writable<Omit<Movement, 'kind'>> {
  /** `undone` is a purchase that was reversed, or its reversal: nothing happened, but charges may belong to it. */
  kind: MovementKind | 'undone';
}

export function happened(draft: Draft): draft is Draft & Movement {
  return draft.kind !== 'undone';
}
