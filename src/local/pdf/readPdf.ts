import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LocalParseError } from '../localParseError.ts';
import { IDENTITY, readMatrix } from './matrix.ts';
import { withTroubles } from './pageTroubles.ts';
import { openPdf } from './openPdf.ts';
import { PageGathering } from './pageGathering.ts';
import { PageTurns } from './pageTurns.ts';
import type { Page, PdfText } from './run.ts';
import { textRuns } from './textRuns.ts';
import type { PdfFont } from './textRuns.ts';

/** Far beyond any statement: the largest ones seen have some 300 pages. */
export const MOST_PAGES = 1500;
/** A page of a statement has some 2,000 runs. */
const MOST_RUNS_ON_A_PAGE = 60_000;

/** A PDF's description of itself, and how many pages it has. */
export interface PdfDescription extends Omit<PdfText, 'pages'> {
  readonly count: number;
}

/**
 * Reads all text of a PDF with its positions.
 * @param onPage called after each page with its number and how many there are
 * @throws LocalParseError
 */
export async function readPdf(
  bytes: Uint8Array,
  password: string,
  onPage: (page: number, of: number) => void = () => undefined,
): Promise<PdfText> {
  const gathered = new PageGathering();
  const description = await readTurns(bytes, password, new PageTurns(), (page, of) => {
    gathered.add(page);
    onPage(page.number, of);
  });
  return { ...description, pages: await gathered.all(description.count) };
}

/**
 * Reads the pages of a PDF that are this reader's turn; others may read the rest at the same time.
 * @param onPage called with each page and how many there are
 * @throws LocalParseError
 */
export async function readTurns(
  bytes: Uint8Array,
  password: string,
  turns: PageTurns,
  onPage: (page: Page, of: number) => void,
): Promise<PdfDescription> {
  const { result: opened } = await withTroubles(() => openPdf(bytes, password));
  const { document, close } = opened;
  try {
    const { numPages: count } = document;
    if (count > MOST_PAGES) throw new LocalParseError('too-many-pages');
    const { result: info } = await withTroubles(() => description(document));
    for (let number = turns.next(); number <= count; number = turns.next()) {
      const turn = number;
      const { result, lostText } = await withTroubles(() => readPage(document, turn));
      if (result.runs.length > MOST_RUNS_ON_A_PAGE) throw new LocalParseError('too-complex');
      onPage({ ...result, lostText }, count);
    }
    return { ...info, count };
  } finally {
    await close();
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await document.getPage(number);
    const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    const fonts = await fontsOf(page, list.fnArray, list.argsArray);
    const viewport = page.getViewport({ scale: 1 });
    const base = readMatrix(viewport.transform) ?? IDENTITY;
    const { runs, sideways } = textRuns(list, (name) => fonts.get(name) ?? null, base);
    page.cleanup();
    const isBlank = runs.length === 0 && !drawsShapes(list.fnArray);
    return { number, width: viewport.width, height: viewport.height, runs, sideways, isBlank };
  } catch {
    // One page that cannot be read makes the whole wrong: a missing page is missing money.
    throw new LocalParseError('damaged');
  }
}

const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.shadingFill,
]);
/** A frame or a rule takes a few paths; letters drawn as shapes take one each. */
const FEW_PATHS = 100;

function drawsShapes(operators: readonly number[]): boolean {
  const paths = operators.filter((operator) => operator === OPS.constructPath).length;
  return paths > FEW_PATHS || operators.some((operator) => PICTURES.has(operator));
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

async function description(
  document: PDFDocumentProxy,
): Promise<Pick<PdfText, 'title' | 'creator' | 'producer'>> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const text = (key: string): string => {
    const value: unknown = Reflect.get(info, key);
    return typeof value === 'string' ? value : '';
  };
  return { title: text('Title'), creator: text('Creator'), producer: text('Producer') };
}
