import { inflateSync } from 'node:zlib';

/** What unpacking has to say of the data that it was given. */
export interface InflationTroubles {
  /** The data is not what was packed: its checksum is wrong, or it is none. */
  readonly onDamage: () => void;
  /** There is more of it than any statement has. */
  readonly onTooMuch: () => void;
}

/** No page, font or table of a PDF that is a statement unpacks to so much. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Most contents of pages fit into one piece of this size. */
const PIECE_BYTES = 64 * 1024;

type Reading = Promise<{ readonly value?: Uint8Array; readonly done: boolean }>;

/**
 * As much of a `DecompressionStream` as pdf.js uses. Compressed data carries a checksum. Where it is wrong, pdf.js takes the data as
 * it is and says nothing: a letter or a digit may be another. Data that ends early or has something behind it is common and reads
 * well, so it counts as sound.
 *
 * All is unpacked at once, in this thread: the streams of the web platform take longer to set up than a page's content takes to
 * unpack.
 */
export class CheckedInflation {
  readonly writable = {
    getWriter: () => ({
      write: (packed: Uint8Array): Promise<void> => {
        this.packed = packed;
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    }),
  };
  readonly readable = { getReader: () => ({ read: () => this.read() }) };
  private readonly troubles: InflationTroubles;
  private packed: Uint8Array | null = null;

  /** @throws TypeError for what pdf.js unpacks itself */
  constructor(format: string, troubles: InflationTroubles) {
    if (format !== 'deflate') throw new TypeError(`There is no decompression of ${format} here.`);
    this.troubles = troubles;
  }

  /** Rejects where the data cannot be unpacked as it is: pdf.js then takes of it what it can. */
  private read(): Reading {
    const { packed } = this;
    this.packed = null;
    return new Promise((resolve) =>
      resolve(packed ? { value: this.unpacked(packed), done: false } : { done: true }),
    );
  }

  private unpacked(packed: Uint8Array): Uint8Array {
    try {
      return inflateSync(packed, { maxOutputLength: MOST_BYTES, chunkSize: PIECE_BYTES });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'ERR_BUFFER_TOO_LARGE') {
        this.troubles.onTooMuch();
        // Nothing is left to go on with: pdf.js would unpack all of it.
        return new Uint8Array();
      }
      if (code === 'Z_DATA_ERROR') this.troubles.onDamage();
      throw error;
    }
  }
}
