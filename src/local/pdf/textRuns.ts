import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IDENTITY, readMatrix, times } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import type { Run } from './run.ts';

/** What a page draws, as pdf.js lists it. Operands of a hostile file can be anything. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The little of a pdf.js font that positions need. */
export interface PdfFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: unknown;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace?: boolean;
}

interface TextState {
  readonly matrix: Matrix;
  readonly font: PdfFont | null;
  readonly size: number;
  /** A glyph's width in its font's own units times this is its width at size 1. */
  readonly perUnit: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const START: TextState = {
  matrix: IDENTITY,
  font: null,
  size: 0,
  perUnit: 0.001,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

export interface PageText {
  readonly runs: Run[];
  readonly sideways: string[];
}

/**
 * Fonts that only repeat in Devanagari what is printed in English: their code points are not the letters they show, so
 * they would read as noise.
 */
const OVERLAY_FONT = /mangal/i;

/** A gap inside one show operation, in thousandths of the font size, that stands for a space; and one that leads to another cell. */
const WORD_GAP = 200;
const JUMP = 1000;

/** More nesting than any statement has; pdf.js itself follows a form that draws itself only so far. */
const DEEPEST = 200;

/**
 * Walks a page's operators (PDF 32000-1, 9.4) and gives one run for each show operation, with the widths that the fonts
 * state. Forms are followed. Not `getTextContent`: it joins neighbouring cells into one string when they are near.
 * @param base from the page's own space to points from the top left corner
 */
export function textRuns(
  list: OperatorList,
  fontOf: (name: string) => PdfFont | null,
  base: Matrix,
): PageText {
  const walk = new TextWalk(fontOf, base);
  list.fnArray.forEach((operator, index) => {
    const operands = list.argsArray[index];
    walk.step(operator, isList(operands) ? operands : []);
  });
  return { runs: walk.runs, sideways: walk.sideways };
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

class TextWalk {
  readonly runs: Run[] = [];
  readonly sideways: string[] = [];
  private readonly fontOf: (name: string) => PdfFont | null;
  private readonly stack: TextState[] = [];
  private state: TextState;
  private textMatrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;

  constructor(fontOf: (name: string) => PdfFont | null, base: Matrix) {
    this.fontOf = fontOf;
    this.state = { ...START, matrix: base };
  }

  step(operator: number, operands: ArrayLike<unknown>): void {
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        this.save();
        if (operator === OPS.paintFormXObjectBegin) this.transform(operands[0]);
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.state = this.stack.pop() ?? this.state;
        return;
      case OPS.transform:
        this.transform(operands);
        return;
      case OPS.beginText:
        this.startLineAt(IDENTITY);
        return;
      case OPS.setFont:
        this.setFont(operands[0], numberOf(operands[1]));
        return;
      case OPS.setGState:
        this.setFontOf(operands[0]);
        return;
      case OPS.setTextMatrix:
        this.startLineAt(readMatrix(operands[0]) ?? readMatrix(operands) ?? IDENTITY);
        return;
      case OPS.moveText:
        this.moveLine(numberOf(operands[0]), numberOf(operands[1]));
        return;
      case OPS.setLeadingMoveText:
        this.state = { ...this.state, leading: -numberOf(operands[1]) };
        this.moveLine(numberOf(operands[0]), numberOf(operands[1]));
        return;
      case OPS.nextLine:
        this.moveLine(0, -this.state.leading);
        return;
      case OPS.setLeading:
        // pdf.js hands the operand on as printed: the distance from line to line.
        this.state = { ...this.state, leading: numberOf(operands[0]) };
        return;
      case OPS.setCharSpacing:
        this.state = { ...this.state, charSpacing: numberOf(operands[0]) };
        return;
      case OPS.setWordSpacing:
        this.state = { ...this.state, wordSpacing: numberOf(operands[0]) };
        return;
      case OPS.setHScale:
        this.state = { ...this.state, scale: numberOf(operands[0]) / 100 };
        return;
      case OPS.setTextRise:
        this.state = { ...this.state, rise: numberOf(operands[0]) };
        return;
      case OPS.showText:
      case OPS.showSpacedText:
        this.show(operands[0]);
        return;
    }
  }

  private save(): void {
    if (this.stack.length < DEEPEST) this.stack.push(this.state);
  }

  private transform(operands: unknown): void {
    const matrix = readMatrix(operands);
    if (matrix) this.state = { ...this.state, matrix: times(this.state.matrix, matrix) };
  }

  private setFont(name: unknown, size: number): void {
    const font = typeof name === 'string' ? this.fontOf(name) : null;
    const perUnit = readMatrix(font?.fontMatrix)?.[0] ?? START.perUnit;
    this.state = { ...this.state, font, size, perUnit };
  }

  /** A graphics state dictionary may set the font too. */
  private setFontOf(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries as unknown[]) {
      if (!Array.isArray(entry) || entry[0] !== 'Font' || !Array.isArray(entry[1])) continue;
      const [name, size] = entry[1] as unknown[];
      this.setFont(name, numberOf(size));
    }
  }

  private startLineAt(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.lineMatrix = matrix;
  }

  private moveLine(x: number, y: number): void {
    this.startLineAt(times(this.lineMatrix, [1, 0, 0, 1, x, y]));
  }

  private show(glyphs: unknown): void {
    if (!isList(glyphs)) return;
    const { pieces, width } = this.measure(glyphs);
    for (const piece of pieces) this.add(piece);
    this.textMatrix = times(this.textMatrix, [1, 0, 0, 1, width, 0]);
  }

  private add({ text, from, to }: Piece): void {
    const { font, matrix, size, rise } = this.state;
    if (text.trim() === '' || OVERLAY_FONT.test(font?.name ?? '')) return;
    const placed = times(matrix, times(this.textMatrix, [1, 0, 0, 1, from, rise]));
    if (Math.abs(placed[1]) > 0.3 * Math.abs(placed[0]) || font?.vertical) {
      this.sideways.push(text);
      return;
    }
    const ends = [placed[4], placed[4] + placed[0] * (to - from)];
    const run = {
      text,
      left: Math.min(...ends),
      right: Math.max(...ends),
      y: placed[5],
      size: Math.abs(size) * Math.hypot(placed[2], placed[3]),
      bold: font?.bold === true || font?.black === true || /bold|black/i.test(font?.name ?? ''),
    };
    if ([run.left, run.right, run.y, run.size].every((each) => Number.isFinite(each))) {
      this.runs.push(run);
    }
  }

  /** The pieces of one show operation with where their ink is: one, unless it jumps from cell to cell by itself. */
  private measure(glyphs: ArrayLike<unknown>): { pieces: Piece[]; width: number } {
    const { size, perUnit, charSpacing, wordSpacing, scale } = this.state;
    const pieces: Piece[] = [];
    let piece: Piece | null = null;
    let x = 0;
    for (const glyph of Array.from(glyphs)) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * size * scale;
        if (glyph < -JUMP) piece = null;
        else if (glyph < -WORD_GAP && piece && !piece.text.endsWith(' ')) piece.text += ' ';
      } else if (isGlyph(glyph)) {
        const width = glyph.width * perUnit * size * scale;
        if (glyph.unicode.trim() !== '') {
          if (piece) {
            piece.text += glyph.unicode;
            piece.to = x + width;
          } else {
            piece = { text: glyph.unicode, from: x, to: x + width };
            pieces.push(piece);
          }
        } else if (piece) piece.text += ' ';
        x += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
      }
    }
    for (const each of pieces) each.text = each.text.trimEnd();
    return { pieces, width: x };
  }
}

interface Piece {
  text: string;
  /** In text space, from where the operation began. */
  readonly from: number;
  to: number;
}

function isGlyph(value: unknown): value is Glyph {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Glyph).unicode === 'string' &&
    typeof (value as Glyph).width === 'number'
  );
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
