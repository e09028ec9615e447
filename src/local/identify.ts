import { linesOf } from './layout/lines.ts';
import { LocalParseError } from './localParseError.ts';
import type { Page, PdfText } from './pdf/run.ts';
import type { StatementKind } from './statement.ts';

/** Fewer letters than this on a page are a page number or a stamp on a picture. */
const LETTERS_OF_A_SCAN = 25;

/**
 * Says which kind of statement this is, or refuses it by name. Short names are no evidence: NSDL's files mention CDSL, and every
 * statement mentions several houses.
 * @throws LocalParseError `scan`, `damaged`, `letters-unknown`, `several-pages`, `mf-central`, `dp-statement`, `reprinted` or
 * `not-a-statement`
 */
export function identify({ pages, title, creator }: PdfText): StatementKind {
  if (2 * pages.filter(({ hasUnknownLetters }) => hasUnknownLetters).length > pages.length) {
    throw new LocalParseError('letters-unknown');
  }
  if (pages.some((page) => hasSeveralPages(page, pages.length)))
    throw new LocalParseError('several-pages');
  const lines = pages.flatMap((page) =>
    linesOf(page).map((line) => line.text.replace(WIDE_SPACE, ' ')),
  );
  const text = lines.join('\n');
  const letters = text.replace(/\s/g, '').length;
  if (letters < LETTERS_OF_A_SCAN * pages.length) {
    if (arePictures(pages)) throw new LocalParseError('scan');
    if (pages.some(({ lostText }) => lostText === true)) throw new LocalParseError('damaged');
  }
  const top = lines.slice(0, 120).join('\n');
  const sideways = pages
    .flatMap((page) => page.sideways)
    .join('')
    .replace(/\s/g, '');
  const watermark = WATERMARK.exec(`${sideways}\n${text}`)?.[1]?.toUpperCase();

  if (/SUMMARY OF HOLDINGS AS ON/i.test(text) && /LOAD STRUCTURES?/i.test(text)) {
    throw new LocalParseError('mf-central');
  }
  if (watermark !== undefined) {
    const issuer = watermark.startsWith('C') ? 'cams' : 'kfintech';
    const form = formOf(top) ?? formOf(text);
    if (form) return `${issuer}-${form}`;
  }
  const depository = depositoryOf(top, title, creator) ?? depositoryOf(text, title, creator);
  if (isDpStatement(text, depository !== null)) throw new LocalParseError('dp-statement');
  if (depository) return depository;
  if (/MF\s?Central/i.test(top)) throw new LocalParseError('mf-central');
  const looksLikeOne =
    formOf(top) !== null && /Folio No|PORTFOLIO SUMMARY|Opening Unit Balance/i.test(text);
  throw new LocalParseError(looksLikeOne ? 'reprinted' : 'not-a-statement');
}

/** What is no plain space. */
const WIDE_SPACE = /\s\s+|[^\S ]/g;

/** Its letters can stand apart, and on lines of their own. */
const WATERMARK = new RegExp(
  `(${['CAMS', 'KFIN', 'KARVY'].map(spaced).join('|')})[ \\n]*${spaced('CASWS')}`,
  'i',
);

function spaced(word: string): string {
  return word.split('').join('[ \\n]*');
}

/** Whether at least half of the pages that draw anything draw pictures. */
function arePictures(pages: readonly Page[]): boolean {
  const pictures = pages.filter(({ hasPictures }) => hasPictures === true).length;
  const drawn = pages.filter(({ isBlank }) => isBlank !== true).length;
  return pictures > 0 && 2 * pictures >= drawn;
}

/** Points: letters of a statement are larger, unless two pages of it share a sheet. */
const SMALL_LETTERS = 5.2;

/**
 * A sheet that says of itself that it is page 1 of 4 and page 2 of 4, or one in small letters that says it is a later page than it is
 * of more than there are: a first page need not say its number.
 */
function hasSeveralPages(sheet: Page, sheets: number): boolean {
  const text = linesOf(sheet)
    .map((line) => line.text)
    .join('\n');
  const numbers = new Map<string, string>();
  for (const [, number = '', of = ''] of text.matchAll(PAGE_NUMBER)) {
    if ((numbers.get(of) ?? number) !== number) return true;
    numbers.set(of, number);
    if (Number(number) > sheet.number && Number(of) > sheets && meanSize(sheet) < SMALL_LETTERS)
      return true;
  }
  return false;
}

function meanSize({ runs }: Page): number {
  const letters = runs.reduce((sum, { text }) => sum + text.length, 0);
  return runs.reduce((sum, { text, size }) => sum + text.length * size, 0) / letters;
}

const PAGE_NUMBER = /\bPage\s*:?\s*(\d+)\s*(?:of|\/)\s*(\d+)\b/gi;

function formOf(text: string): 'detailed' | 'summary' | null {
  const match = /Consolidated Account (Statement|Summary)/i.exec(text)?.[1];
  if (match === undefined) return null;
  return /summary/i.test(match) ? 'summary' : 'detailed';
}

const NSDL_TITLE = /NSDL Consolidated Account Statement/i;
const NSDL_NAME = /About NSDL|National Securities Depository Limited/i;
const CDSL_TITLE = /CONSOLIDATED ACCOUNT STATEMENT \(CAS\) FOR SECURITIES HELD/i;
const CDSL_NAME = /Central Depository Services \(India\) L(?:imite)?td/i;

function depositoryOf(text: string, title: string, creator: string): 'nsdl' | 'cdsl' | null {
  if (/NSDL-Consolidated Account/i.test(title) || /NSDL-CAS Team/i.test(creator)) return 'nsdl';
  if (CDSL_NAME.test(title)) return 'cdsl';
  const nsdl = text.search(NSDL_TITLE);
  const cdsl = text.search(CDSL_TITLE);
  if (nsdl !== -1 && cdsl === -1) return 'nsdl';
  if (cdsl !== -1 && nsdl === -1) return 'cdsl';
  // A name alone is enough only for a statement that calls itself one.
  if (!/Consolidated Account Statement|\bCAS\b/i.test(text)) return null;
  const names = [text.search(NSDL_NAME), text.search(CDSL_NAME)];
  const [first = -1, second = -1] = names;
  if (first === -1 && second === -1) return null;
  return second === -1 || (first !== -1 && first < second) ? 'nsdl' : 'cdsl';
}

/** A depository participant's own statement of one account: not consolidated, and another layout. */
function isDpStatement(text: string, isConsolidated: boolean): boolean {
  if (/~{2,}\s*End of Statement\s*~{2,}/i.test(text)) return true;
  return !isConsolidated && /(?:^|\n)\s*TRANSACTION (?:CUM HOLDING )?STATEMENT/i.test(text);
}
