const OUTER = 21;
const INNER = 15;
/** Between two arcs, as wide inside as outside. */
const GAP = 0.75;
const WHOLE = 2 * Math.PI;

/**
 * A part of a ring around the origin as an SVG path, clockwise from the top.
 * @param from where it begins, as a share of the ring: 0 is the top, 0.25 the right
 * @param to where it ends
 */
export function ringArc(from: number, to: number): string {
  if (to - from >= 1) return wholeRing();
  const start = from * WHOLE;
  const end = to * WHOLE;
  // A part that is thinner than the gap is drawn as thin as it is.
  const gap = Math.min(GAP, ((end - start) * INNER) / 2);
  const outside = gap / 2 / OUTER;
  const inside = gap / 2 / INNER;
  const large = end - start > Math.PI ? 1 : 0;
  return [
    `M${point(OUTER, start + outside)}`,
    `A${OUTER},${OUTER},0,${large},1,${point(OUTER, end - outside)}`,
    `L${point(INNER, end - inside)}`,
    `A${INNER},${INNER},0,${large},0,${point(INNER, start + inside)}Z`,
  ].join('');
}

/** An arc cannot end where it begins, so it is made of two halves. */
function wholeRing(): string {
  const circle = (radius: number, sweep: 0 | 1) =>
    `M0,${-radius}A${radius},${radius},0,1,${sweep},0,${radius}A${radius},${radius},0,1,${sweep},0,${-radius}Z`;
  return circle(OUTER, 1) + circle(INNER, 0);
}

function point(radius: number, angle: number): string {
  return `${(radius * Math.sin(angle)).toFixed(3)},${(-radius * Math.cos(angle)).toFixed(3)}`;
}
