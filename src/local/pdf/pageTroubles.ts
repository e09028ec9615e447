/**
 * pdf.js goes on where a page's content breaks off, and only says so on the console. For money that is not enough: a page of which
 * part may be missing must be known.
 */
const LOSES_TEXT =
  /getOperatorList - ignoring (?:XObject|errors|operator)|Skipping |Unknown command|getContentStream - ignoring|readToUnicode - ignoring|Bad (?:block|compressed|uncompressed|encoding)|Invalid (?:header in|compression|block)|FlateDecode|flate stream/i;

/** Listens to what pdf.js says while `work` runs; tells whether some of it means that text was lost. */
export async function withTroubles<T>(
  work: () => Promise<T>,
): Promise<{ result: T; lostText: boolean }> {
  const { console } = globalThis;
  const before = { warn: console.warn.bind(console), info: console.info.bind(console) };
  let lostText = false;
  const hear = (...words: unknown[]): void => {
    lostText ||= words.some((word) => LOSES_TEXT.test(String(word)));
  };
  console.warn = hear;
  console.info = hear;
  try {
    return { result: await work(), lostText };
  } finally {
    Object.assign(console, before);
  }
}
