import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IDENTITY, moved, readMatrix, times } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { boxOf, isSeen, shared } from './box.ts';
import { NO_FACE, toFace } from './face.ts';
import type { Face, PdfFont } from './face.ts';
import { isList, numberOf } from './operands.ts';
import type { List } from './operands.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';
import type { Run } from './run.ts';
import { START } from './textState.ts';
import type { TextState } from './textState.ts';
import { TurnCount, turnOf } from './upright.ts';
import type { Turn, View } from './upright.ts';

/** What a page draws, as pdf.js lists it. Operands of a hostile file can be anything. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface PageText {
  readonly runs: Run[];
  readonly sideways: string[];
  /** Text that is drawn without being seen, as programs put it over a picture that they read. */
  readonly invisible: string[];
  /** How most of the text is turned. */
  readonly turn: Turn;
}

/** Text rendering modes (9.3.6) that draw nothing: invisible, and part of a clip alone. */
const INVISIBLE = new Set([3, 7]);

/** More nesting than any statement has; pdf.js itself follows a form that draws itself only so far. */
const DEEPEST = 200;

/**
 * Walks a page's operators (PDF 32000-1, 9.4) and gives one run for each show operation, with the widths that the fonts
 * state. Forms are followed. Not `getTextContent`: it joins neighbouring cells into one string when they are near. What lies outside
 * of the page or of a clip, or on a layer that is switched off, is not printed, and left out.
 * @param isShown whether optional content (8.11) is shown
 */
export function textRuns(
  list: OperatorList,
  fontOf: (name: string) => PdfFont | null,
  view: View,
  isShown: (content: unknown) => boolean,
): PageText {
  const walk = new TextWalk(fontOf, view, isShown);
  for (let index = 0; index < list.fnArray.length; index += 1) {
    const operands = list.argsArray[index];
    walk.step(list.fnArray[index] ?? 0, isList(operands) ? operands : []);
  }
  const { runs, sideways, invisible, turns } = walk;
  return { runs, sideways, invisible, turn: turns.most() };
}

/** A page has tens of thousands of operators, so its state is changed in place and copied only where it is saved. */
class TextWalk {
  readonly runs: Run[] = [];
  readonly sideways: string[] = [];
  readonly invisible: string[] = [];
  readonly turns = new TurnCount();
  private readonly fontOf: (name: string) => PdfFont | null;
  private readonly isShown: (content: unknown) => boolean;
  private readonly faces = new Map<string, Face>();
  private readonly stack: TextState[] = [];
  private state: TextState;
  private textMatrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;
  /** What was shown last is a space. */
  private isAfterSpace = false;
  private clipsNext = false;
  /** How deep marked content is nested, and from which depth on it is not shown: 0 where all is. */
  private marked = 0;
  private hiddenFrom = 0;

  constructor(
    fontOf: (name: string) => PdfFont | null,
    { width, height, base }: View,
    isShown: (content: unknown) => boolean,
  ) {
    this.fontOf = fontOf;
    this.isShown = isShown;
    const clip = { left: 0, top: 0, right: width, bottom: height };
    this.state = { ...START, matrix: base, clip };
  }

  step(operator: number, operands: List): void {
    const { state } = this;
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        if (this.stack.length < DEEPEST) this.stack.push({ ...state });
        if (operator === OPS.paintFormXObjectBegin) this.beginForm(operands[0], operands[1]);
        return;
      case OPS.beginGroup:
        if (this.stack.length < DEEPEST) this.stack.push({ ...state });
        this.beginGroup(operands[0]);
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        this.state = this.stack.pop() ?? state;
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
        state.leading = -numberOf(operands[1]);
        this.moveLine(numberOf(operands[0]), numberOf(operands[1]));
        return;
      case OPS.nextLine:
        this.moveLine(0, -state.leading);
        return;
      case OPS.setLeading:
        // pdf.js hands the operand on as printed: the distance from line to line.
        state.leading = numberOf(operands[0]);
        return;
      case OPS.setCharSpacing:
        state.charSpacing = numberOf(operands[0]);
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = numberOf(operands[0]);
        return;
      case OPS.setHScale:
        state.scale = numberOf(operands[0]) / 100;
        return;
      case OPS.setTextRise:
        state.rise = numberOf(operands[0]);
        return;
      case OPS.setTextRenderingMode:
        state.mode = numberOf(operands[0]);
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.clipsNext = true;
        return;
      case OPS.constructPath:
        if (this.clipsNext) this.clipTo(operands[2], state.matrix);
        this.clipsNext = false;
        return;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        this.marked += 1;
        if (this.hiddenFrom === 0 && operands[0] === 'OC' && !this.isShown(operands[1]))
          this.hiddenFrom = this.marked;
        return;
      case OPS.endMarkedContent:
        if (this.marked === this.hiddenFrom) this.hiddenFrom = 0;
        this.marked = Math.max(0, this.marked - 1);
        return;
      case OPS.showText:
      case OPS.showSpacedText:
        this.show(operands[0]);
        return;
    }
  }

  private transform(operands: unknown): void {
    const matrix = readMatrix(operands);
    if (matrix) this.state.matrix = times(this.state.matrix, matrix);
  }

  private beginForm(matrix: unknown, box: unknown): void {
    this.transform(matrix);
    this.clipTo(box, this.state.matrix);
  }

  /** What a group has of a form is drawn behind it, as a form. */
  private beginGroup(group: unknown): void {
    if (typeof group !== 'object' || group === null) return;
    const { matrix, bbox, smask } = group as Readonly<Record<string, unknown>>;
    this.clipTo(bbox, times(this.state.matrix, readMatrix(matrix) ?? IDENTITY));
    if (smask !== undefined && smask !== null) this.state.isMask = true;
  }

  /** Clips what follows at the box around a path. */
  private clipTo(rectangle: unknown, matrix: Matrix): void {
    const box = boxOf(rectangle, matrix);
    if (box) this.state.clip = shared(this.state.clip, box);
  }

  private setFont(name: unknown, size: number): void {
    this.state.face = typeof name === 'string' ? this.faceOf(name) : NO_FACE;
    this.state.size = size;
  }

  private faceOf(name: string): Face {
    const known = this.faces.get(name);
    if (known) return known;
    const font = this.fontOf(name);
    const face = font ? toFace(font) : NO_FACE;
    this.faces.set(name, face);
    return face;
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
    this.startLineAt(moved(this.lineMatrix, x, y));
  }

  private show(glyphs: unknown): void {
    if (!isList(glyphs)) return;
    const { pieces, width, afterSpace } = piecesOf(glyphs, this.state, this.isAfterSpace);
    this.isAfterSpace = afterSpace;
    if (pieces.length > 0 && !this.state.face.isOverlay) this.place(pieces);
    this.textMatrix = moved(this.textMatrix, width, 0);
  }

  private place(pieces: readonly Piece[]): void {
    const { face, matrix, size, rise, mode, clip } = this.state;
    if (this.hiddenFrom > 0 || this.state.isMask) return;
    if (INVISIBLE.has(mode)) {
      for (const { text } of pieces) this.invisible.push(text);
      return;
    }
    const placed = times(matrix, this.textMatrix);
    const [across, up, overX, overY, x, y] = placed;
    const turn = turnOf(across, up);
    this.turns.add(turn, turn === 0 || turn === 2 ? y : x);
    if (Math.abs(up) > 0.3 * Math.abs(across) || face.vertical) {
      for (const { text } of pieces) this.sideways.push(text);
      return;
    }
    const drawnSize = Math.abs(size) * Math.hypot(overX, overY);
    for (const { text, from, to, afterSpace } of pieces) {
      const start = x + across * from + overX * rise;
      const end = start + across * (to - from);
      const left = Math.min(start, end);
      const right = Math.max(start, end);
      const baseline = y + up * from + overY * rise;
      // One that is not finite makes the sum so.
      if (!Number.isFinite(left + right + baseline + drawnSize)) continue;
      if (!isSeen(clip, left, right, baseline, drawnSize)) continue;
      const run = { text, left, right, y: baseline, size: drawnSize, bold: face.bold };
      this.runs.push(afterSpace ? { ...run, afterSpace } : run);
    }
  }
}
