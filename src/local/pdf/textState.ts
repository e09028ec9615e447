import type { Box } from './box.ts';
import { NO_FACE } from './face.ts';
import type { Face } from './face.ts';
import type { Matrix } from './matrix.ts';

/** The part of the graphics state (8.4) that text depends on. */
export interface TextState {
  matrix: Matrix;
  face: Face;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** Nothing outside of it is seen. */
  clip: Box;
  /** A soft mask is drawn: it says how much is seen of something else. */
  isMask: boolean;
}

/** How a page begins. */
export const START: Omit<TextState, 'matrix' | 'clip'> = {
  face: NO_FACE,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  isMask: false,
};
