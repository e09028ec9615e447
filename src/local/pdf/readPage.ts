import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LocalParseError } from '../localParseError.ts';
import type { PdfFont } from './face.ts';
import { IDENTITY, readMatrix } from './matrix.ts';
import { drawsPicture, noteLostText } from './pageTroubles.ts';
import type { Page } from './run.ts';
import { textRuns } from './textRuns.ts';
import type { OperatorList, PageText } from './textRuns.ts';
import { hasUnknownLetters } from './unknownLetters.ts';
import { turnedBack } from './upright.ts';
import type { View } from './upright.ts';
import { scaled, toUsualSize } from './usualSize.ts';

/**
 * Reads the text of one page, upright and as large as statements are.
 * @throws LocalParseError `damaged`
 */
export async function readPage(document: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await document.getPage(number);
    const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    // pdf.js gives an empty list, and no error, where it cannot get at what the page draws; here it says so.
    if (list.fnArray.length === 0) await page.getTextContent();
    const fonts = await fontsOf(page, list.fnArray, list.argsArray);
    const isShown = await layersOf(document, list);
    const read = (view: View): PageText =>
      textRuns(list, (name) => fonts.get(name) ?? null, view, isShown);
    const seen = viewOf(page);
    const first = read(seen);
    const view = turnedBack(seen, first.turn);
    const text = first.turn === 0 ? first : read(view);
    page.cleanup();
    return pageOf(number, view, text, drawsPicture() || drawsShapes(list.fnArray));
  } catch {
    // One page that cannot be read makes the whole wrong: a missing page is missing money.
    throw new LocalParseError('damaged');
  }
}

function viewOf(page: PDFPageProxy): View {
  const { userUnit } = page;
  const { width, height, transform } = page.getViewport({
    scale: userUnit > 0 && Number.isFinite(userUnit) ? 1 / userUnit : 1,
  });
  return { width, height, base: readMatrix(transform) ?? IDENTITY };
}

function pageOf(number: number, view: View, text: PageText, drawsMore: boolean): Page {
  const runs = drawsMore && isReadPicture(text) ? [] : text.runs;
  const scale = toUsualSize(view.width, view.height, runs);
  const hasNoLetters = hasUnknownLetters(runs);
  if (hasNoLetters) noteLostText();
  return {
    number,
    width: view.width * scale,
    height: view.height * scale,
    runs: scale === 1 ? runs : runs.map((run) => scaled(run, scale)),
    sideways: text.sideways,
    hasPictures: drawsMore,
    isBlank: runs.length === 0 && !drawsMore,
    ...(hasNoLetters ? { hasUnknownLetters: true } : {}),
  };
}

/** Fewer letters than this over a picture are a stamp or a caption. */
const FEW_LETTERS = 25;

/**
 * Whether the page is a picture with text over it that cannot be seen: what a program took its letters for. Invisible text that is
 * printed as well is for screen readers.
 */
function isReadPicture({ runs, invisible }: PageText): boolean {
  if (invisible.length === 0) return false;
  const printed = new Set(runs.map(({ text }) => text));
  const unseen = lettersOf(invisible.filter((text) => !printed.has(text)));
  if (unseen < FEW_LETTERS) return false;
  if (unseen > lettersOf(printed)) return true;
  noteLostText();
  return false;
}

function lettersOf(texts: Iterable<string>): number {
  let letters = 0;
  for (const text of texts) letters += text.length;
  return letters;
}

/** Tells which optional content is shown. */
async function layersOf(
  document: PDFDocumentProxy,
  { fnArray, argsArray }: OperatorList,
): Promise<(content: unknown) => boolean> {
  const hasLayers = fnArray.some((operator, index) => {
    const operands = operator === OPS.beginMarkedContentProps ? argsArray[index] : null;
    return Array.isArray(operands) && operands[0] === 'OC';
  });
  if (!hasLayers) return () => true;
  const layers = await document.getOptionalContentConfig();
  return (content) => layers.isVisible(content) !== false;
}

/** A frame or a rule takes a few paths; letters drawn as shapes take one each. */
const FEW_PATHS = 100;

function drawsShapes(operators: readonly number[]): boolean {
  const paths = operators.filter((operator) => operator === OPS.constructPath).length;
  return paths > FEW_PATHS || operators.includes(OPS.shadingFill);
}

/** Waits for every font that a page names: pdf.js hands them over beside the list. */
async function fontsOf(
  page: PDFPageProxy,
  operators: readonly number[],
  operands: readonly unknown[],
): Promise<Map<string, PdfFont>> {
  const names = new Set<string>();
  operators.forEach((operator, index) => {
    if (operator === OPS.dependency) addNames(names, operands[index]);
  });
  const fonts = new Map<string, PdfFont>();
  for (const name of names) {
    const font = await new Promise<unknown>((resolve) => {
      page.commonObjs.get(name, resolve, () => resolve(null));
    });
    if (typeof font === 'object' && font !== null) fonts.set(name, font);
  }
  return fonts;
}

/** Pictures and patterns are dependencies too; only fonts are named `g_d0_f1`, and only those are sure to arrive. */
function addNames(names: Set<string>, operands: unknown): void {
  for (const name of Array.isArray(operands) ? (operands as unknown[]) : []) {
    if (typeof name === 'string' && /_f\d+$/.test(name)) names.add(name);
  }
}
