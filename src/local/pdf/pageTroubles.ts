import { LocalParseError } from '../localParseError.ts';
import { CheckedInflation } from './inflation.ts';

/**
 * pdf.js goes on where a page's content breaks off, and only says so on the console. For money that is not enough: a page of which
 * part may be missing must be known.
 */
const LOSES_TEXT =
  /getOperatorList - ignoring (?:XObject|errors|operator)|Skipping |Unknown command|getContentStream - ignoring|readToUnicode - ignoring|Bad (?:block|compressed|uncompressed|encoding)|Invalid (?:header in|compression|block)|FlateDecode|flate stream/i;

/** No picture is decoded, and none is in the list of what a page draws: this is all that pdf.js says of one. */
const LEAVES_PICTURE = 'Image exceeded maximum allowed size';

let hear: () => void = () => undefined;
let picture = false;

/** Whether the page under way draws a picture. */
export function drawsPicture(): boolean {
  return picture;
}

/** Marks the page under way: something went wrong of which pdf.js tells nobody. */
export function noteLostText(): void {
  hear();
}

/**
 * Listens to what goes wrong inside pdf.js while `work` runs; tells whether some of it means that text was lost.
 * @throws LocalParseError `too-complex` for data that unpacks to more than any statement has
 */
export async function withTroubles<T>(
  work: () => Promise<T>,
): Promise<{ result: T; lostText: boolean }> {
  const { console, DecompressionStream: Unheard } = globalThis;
  const before = { warn: console.warn.bind(console), info: console.info.bind(console) };
  const heardBefore = hear;
  const heard = { lostText: false, tooMuch: false };
  hear = () => (heard.lostText = true);
  picture = false;
  const listen = (...words: unknown[]): void => {
    if (words.some((word) => String(word).includes(LEAVES_PICTURE))) picture = true;
    if (words.some((word) => LOSES_TEXT.test(String(word)))) noteLostText();
  };
  const troubles = { onDamage: noteLostText, onTooMuch: () => (heard.tooMuch = true) };
  console.warn = listen;
  console.info = listen;
  Object.assign(globalThis, {
    DecompressionStream: class extends CheckedInflation {
      constructor(format: string) {
        super(format, troubles);
      }
    },
  });
  try {
    const result = await work();
    if (heard.tooMuch) throw new LocalParseError('too-complex');
    return { result, lostText: heard.lostText };
  } catch (error) {
    throw heard.tooMuch ? new LocalParseError('too-complex') : error;
  } finally {
    Object.assign(console, before);
    globalThis.DecompressionStream = Unheard;
    hear = heardBefore;
  }
}
