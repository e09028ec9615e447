/** A PDF transformation matrix [a b c d e f]: (x, y) goes to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that does `inner` first and `outer` after it. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** The matrix that moves by (x, y) first and does `outer` after it. */
export function moved(outer: Matrix, x: number, y: number): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}

/** Six finite numbers, or null: what a hostile file calls a matrix need not be one. */
export function readMatrix(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return null;
  const six = value as unknown as Matrix;
  const matrix: Matrix = [six[0], six[1], six[2], six[3], six[4], six[5]];
  return matrix.every(Number.isFinite) ? matrix : null;
}
