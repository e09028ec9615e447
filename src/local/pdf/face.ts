import { readMatrix } from './matrix.ts';

/** The little of a pdf.js font that positions need. */
export interface PdfFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: unknown;
}

/** What a page's operators need of a font, worked out once for each. */
export interface Face {
  /** A glyph's width in its font's own units times this is its width at size 1. */
  readonly perUnit: number;
  readonly bold: boolean;
  readonly vertical: boolean;
  readonly isOverlay: boolean;
}

export const NO_FACE: Face = { perUnit: 0.001, bold: false, vertical: false, isOverlay: false };

/**
 * Fonts that only repeat in Devanagari what is printed in English: their code points are not the letters they show, so
 * they would read as noise.
 */
const OVERLAY_FONT = /mangal/i;

/** Works out what a font says of the glyphs that are drawn with it. */
export function toFace({ name = '', bold, black, vertical, fontMatrix }: PdfFont): Face {
  return {
    perUnit: readMatrix(fontMatrix)?.[0] ?? NO_FACE.perUnit,
    bold: bold === true || black === true || /bold|black/i.test(name),
    vertical: vertical === true,
    isOverlay: OVERLAY_FONT.test(name),
  };
}
