/** Where a line goes, in the units of its drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From point to point, straight. */
export function straightPath(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${at(x)},${at(y)}`).join('');
}

/** Level until the next point, then up or down to it: how balances move. */
export function stepPath(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => (index === 0 ? `M${at(x)},${at(y)}` : `H${at(x)}V${at(y)}`))
    .join('');
}

/** A hundredth of a pixel is more than anyone sees. */
function at(length: number): string {
  return length.toFixed(2);
}
