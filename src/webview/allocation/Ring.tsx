import { arc, pie } from 'd3-shape';
import type { PieArcDatum } from 'd3-shape';
import type { Slice } from '../../portfolio/allocation.ts';
import { colourOf } from './colours.ts';

const RADIUS = 21;

/** A ring chart. Hidden from screen readers: the table beside it says the same. */
export function Ring({ slices }: { readonly slices: readonly Slice[] }) {
  // Only a drawing: floats will do, and what is owed has no arc.
  const positive = slices
    .map((slice, index) => ({ slice, index }))
    .filter(({ slice }) => slice.value.sign > 0);
  const arcs = pie<(typeof positive)[number]>()
    .sort(null)
    .value(({ slice }) => Number(slice.value.toString()))(positive);
  const shape = arc<PieArcDatum<(typeof positive)[number]>>()
    .innerRadius(RADIUS - 6)
    .outerRadius(RADIUS)
    .padAngle(positive.length > 1 ? 0.03 : 0);
  return (
    <svg class="ring" viewBox="-21 -21 42 42" aria-hidden="true">
      {arcs.map((one) => (
        <path
          key={one.data.slice.key}
          class={colourOf(one.data.slice, one.data.index)}
          d={shape(one) ?? ''}
        />
      ))}
    </svg>
  );
}
