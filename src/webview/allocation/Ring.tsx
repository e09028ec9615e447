import type { Slice } from '../../portfolio/allocation.ts';
import { colourOf } from './colours.ts';
import { ringArc } from './ringArc.ts';

/** A ring chart. Hidden from screen readers: the table beside it says the same. */
export function Ring({ slices }: { readonly slices: readonly Slice[] }) {
  return (
    <svg class="ring" viewBox="-21 -21 42 42" aria-hidden="true">
      {arcsOf(slices).map(({ slice, index, path }) => (
        <path key={slice.key} class={colourOf(slice, index)} d={path} />
      ))}
    </svg>
  );
}

/** Only a drawing: floats will do, and what is owed has no arc. */
function arcsOf(slices: readonly Slice[]) {
  const positive = slices
    .map((slice, index) => ({ slice, index, worth: Number(slice.value.toString()) }))
    .filter(({ worth }) => worth > 0);
  const whole = positive.reduce((sum, { worth }) => sum + worth, 0);
  let from = 0;
  return positive.map(({ slice, index, worth }) => {
    const to = positive.length === 1 ? 1 : from + worth / whole;
    const path = ringArc(from, to);
    from = to;
    return { slice, index, path };
  });
}
