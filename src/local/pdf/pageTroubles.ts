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

/** Listens to what goes wrong inside pdf.js while `work` runs; tells whether some of it means that text was lost. */
export async function withTroubles<T>(
  work: () => Promise<T>,
): Promise<{ result: T; lostText: boolean }> {
  const { console, DecompressionStream: Unheard } = globalThis;
  const before = { warn: console.warn.bind(console), info: console.info.bind(console) };
  const heardBefore = hear;
  let lostText = false;
  hear = () => (lostText = true);
  picture = false;
  const listen = (...words: unknown[]): void => {
    if (words.some((word) => String(word).includes(LEAVES_PICTURE))) picture = true;
    if (words.some((word) => LOSES_TEXT.test(String(word)))) noteLostText();
  };
  console.warn = listen;
  console.info = listen;
  globalThis.DecompressionStream = CheckedDecompressionStream;
  try {
    return { result: await work(), lostText };
  } finally {
    Object.assign(console, before);
    globalThis.DecompressionStream = Unheard;
    hear = heardBefore;
  }
}

/**
 * Compressed data carries a checksum. Where it is wrong, pdf.js takes the data as it is and says nothing: a letter or a digit may
 * be another. Data that ends early or has something behind it is common and reads well, so it counts as sound.
 */
class CheckedDecompressionStream extends DecompressionStream {
  constructor(format: ConstructorParameters<typeof DecompressionStream>[0]) {
    super(format);
    const { readable } = this;
    const getReader = readable.getReader.bind(readable);
    const getCheckedReader = (): ReturnType<typeof getReader> => {
      const reader = getReader();
      reader.closed.catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR')
          noteLostText();
      });
      return reader;
    };
    Object.assign(readable, { getReader: getCheckedReader });
  }
}
