/** File name ending of a saved portfolio. */
export const SAVED_ENDING = '.cas.json';

const mark = '"x_casparser": {"sample": true}';

/**
 * The text to save. An answer is saved as received; only sample data gets a mark of ours,
 * so that it cannot pass for somebody's statement when the file is opened later.
 */
export function textToSave(text: string, sample: boolean): string {
  if (!sample || isSample(text)) return text;
  return text.replace(/^\s*\{\s*(\})?/, (_start, end?: string) => `{${mark}${end ?? ', '}`);
}

/** Whether a saved portfolio is sample data. */
export function isSample(text: string): boolean {
  return /^\s*\{\s*"x_casparser"\s*:\s*\{\s*"sample"\s*:\s*true\b/.test(text);
}

/** "august.pdf" becomes "august.cas.json". */
export function savedName(pdfName: string): string {
  return pdfName.replace(/\.pdf$/i, '') + SAVED_ENDING;
}
