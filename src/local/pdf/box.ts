import type { Matrix } from './matrix.ts';

/** A part of the page, in points from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around what a matrix makes of the rectangle [left, bottom, right, top]; null where that is no rectangle. */
export function boxOf(rectangle: unknown, [a, b, c, d, e, f]: Matrix): Box | null {
  if (!Array.isArray(rectangle) && !ArrayBuffer.isView(rectangle)) return null;
  const [x1, y1, x2, y2] = rectangle as unknown as readonly number[];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  const xs = [a * x1 + c * y1, a * x2 + c * y1, a * x1 + c * y2, a * x2 + c * y2];
  const ys = [b * x1 + d * y1, b * x2 + d * y1, b * x1 + d * y2, b * x2 + d * y2];
  const box = {
    left: Math.min(...xs) + e,
    top: Math.min(...ys) + f,
    right: Math.max(...xs) + e,
    bottom: Math.max(...ys) + f,
  };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

export function shared(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** Capitals are so high, in font sizes. */
const CAPITAL = 0.7;
/** Less than this part of a text's width or height is no text any more. */
const SEEN = 0.25;

/** Whether a text of this place and font size, in points, can be seen through the box. */
export function isSeen(box: Box, left: number, right: number, y: number, size: number): boolean {
  const height = size * CAPITAL;
  const across = Math.min(right, box.right) - Math.max(left, box.left);
  const down = Math.min(y, box.bottom) - Math.max(y - height, box.top);
  return across >= SEEN * (right - left) && down >= SEEN * height;
}
