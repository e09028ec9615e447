import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { AppError } from './appError.ts';

/** No documented answer comes near this; a larger one is refused rather than held in memory. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/**
 * Reads an answer to its end, as text. Codings (RFC 9110, section 8.4.1) are undone although none is asked for: some proxies apply
 * one all the same, and an answer that was paid for is not thrown away for it. A byte order mark is no part of the text, which may be UTF-16.
 * @param coding of `Content-Encoding`
 * @throws AppError `answerUnknown` for one that is too large, may be billed
 */
export async function answerText(
  chunks: AsyncIterable<Buffer>,
  coding: string | undefined,
): Promise<string> {
  const bytes = await decoded(await gathered(chunks), coding?.trim().toLowerCase());
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/**
 * JSON between systems is UTF-8 (RFC 8259, section 8.1). Where a server writes UTF-16, the byte order mark tells, or the zero beside
 * the first bracket, which is of ASCII.
 */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== undefined && second !== 0 ? 'utf-16be' : 'utf-8';
}

async function gathered(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new AppError('answerUnknown', { mayBeBilled: true });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** What cannot be undone stays as it came: whoever reads it says that it is no JSON. */
async function decoded(bytes: Buffer, coding: string | undefined): Promise<Buffer> {
  if (coding === undefined || !Object.hasOwn(decoders, coding)) return bytes;
  const decode = decoders[coding as keyof typeof decoders];
  return decode(bytes, { maxOutputLength: MAX_ANSWER_BYTES }).catch(() => bytes);
}
