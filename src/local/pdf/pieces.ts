import type { List } from './operands.ts';
import type { TextState } from './textState.ts';

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace?: boolean;
}

/** A word or cell of what one show operation draws. */
export interface Piece {
  text: string;
  /** In text space, from where the operation began. */
  readonly from: number;
  to: number;
  readonly afterSpace: boolean;
}

/**
 * A step inside one show operation, either way and in thousandths of the font size, beyond which the next letter is not of the
 * same word. Some programs write a whole row as one operation that steps from cell to cell, and back where cells overlap.
 */
const WORD_GAP = 200;
/** So many spaces on end never stand between words: they lead from one cell to the next. */
const CELL_SPACES = 3;

/** What one show operation draws. */
export interface Shown {
  readonly pieces: readonly Piece[];
  /** How far it leads, in text space. */
  readonly width: number;
  /** Whether it ends with a space. */
  readonly afterSpace: boolean;
}

/**
 * The pieces of one show operation with where their ink is: one, unless it leads from word to word or cell to cell by itself.
 * @param isAfterSpace whether what was shown before it ended with a space
 */
export function piecesOf(
  glyphs: List,
  { size, face, charSpacing, wordSpacing, scale }: TextState,
  isAfterSpace: boolean,
): Shown {
  const pieces: Piece[] = [];
  let piece: Piece | null = null;
  let x = 0;
  let step = 0;
  let spaces = 0;
  let afterSpace = isAfterSpace;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      x -= (glyph / 1000) * size * scale;
      step += glyph;
      if (step < -WORD_GAP || step > WORD_GAP) piece = null;
    } else if (isGlyph(glyph)) {
      step = 0;
      const width = glyph.width * face.perUnit * size * scale;
      if (!isBlank(glyph.unicode)) {
        if (piece) {
          piece.text += glyph.unicode;
          piece.to = x + width;
        } else {
          piece = { text: glyph.unicode, from: x, to: x + width, afterSpace };
          pieces.push(piece);
        }
        afterSpace = false;
        spaces = 0;
      } else {
        afterSpace = true;
        spaces += 1;
        if (spaces >= CELL_SPACES) piece = null;
        if (piece) piece.text += ' ';
      }
      x += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
    }
  }
  for (const each of pieces) each.text = each.text.trimEnd();
  return { pieces, width: x, afterSpace };
}

function isBlank(text: string): boolean {
  return text === ' ' || text.trim() === '';
}

function isGlyph(value: unknown): value is Glyph {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Glyph).unicode === 'string' &&
    typeof (value as Glyph).width === 'number'
  );
}
