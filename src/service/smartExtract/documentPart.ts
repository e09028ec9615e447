/** What of a document is extracted: pages of a PDF, both counted from 1 and included, or one sheet, counted from 1. */
export interface DocumentPart {
  readonly from?: number;
  readonly to?: number;
  readonly sheet?: number;
}

/**
 * Reads pages as people type them: `3`, `2-5`, `2-` to the end, `-5` from the beginning; nothing means all.
 * @returns undefined for what says no pages
 */
export function readPages(typed: string): DocumentPart | undefined {
  const text = typed.trim();
  if (text === '') return {};
  const one = wholeNumber(text);
  if (one !== undefined) return { from: one, to: one };
  const [first = '', last = '', ...more] = text.split(/[-\u2013]/u).map((part) => part.trim());
  const from = wholeNumber(first);
  const to = wholeNumber(last);
  const isRange = /[-\u2013]/u.test(text) && more.length === 0;
  const isSaid = (first === '' || from !== undefined) && (last === '' || to !== undefined);
  if (!isRange || !isSaid || (from === undefined && to === undefined)) return undefined;
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** Reads the number of a sheet; nothing means the first. @returns undefined for what is no number of one */
export function readSheet(typed: string): DocumentPart | undefined {
  if (typed.trim() === '') return {};
  const sheet = wholeNumber(typed.trim());
  return sheet === undefined ? undefined : { sheet };
}

function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}
