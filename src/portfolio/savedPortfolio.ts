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

/** The same for the bytes of a file, of which only the beginning is looked at. */
export function isSampleFile(bytes: Uint8Array): boolean {
  return isSample(new TextDecoder().decode(bytes.subarray(0, 1024)));
}

/** Bytes that share their memory with nothing else: a message would take all of that memory along. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}

/** "august.pdf" becomes "august.cas.json". */
export function savedName(pdfName: string): string {
  return pdfName.replace(/\.pdf$/i, '') + SAVED_ENDING;
}
