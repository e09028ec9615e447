import type { Slice } from '../../portfolio/allocation.ts';

/** Ten colours of the editor; after them it is grey, and the table beside the chart tells. */
const COLOURS = 10;

/** The class that gives a slice its colour: a kind of holding always has the same one. */
export function colourOf({ key, first }: Slice, index: number): string {
  if (key === first.kind) return `slice kind-${first.kind}`;
  return index < COLOURS ? `slice colour-${index}` : 'slice colour-other';
}
