import { inflateRawSync } from 'node:zlib';

/** What is looked at of a workbook's parts; a statement says what it is long before. In bytes. */
const MOST_TEXT = 32 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The texts of a table as CSV, XLS or XLSX, as far as they can be read without opening it: to look for words in, and nothing else. */
export function sheetText(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = file.subarray(0, 2).toString('latin1') === 'PK' ? partsOf(file) : [file];
  // XLS has its texts in one byte a letter or in two.
  return texts.map((text) => text.toString('latin1').replaceAll('\0', '')).join('\n');
}

/** The XML parts of a ZIP archive (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16). What is damaged is left out. */
function partsOf(zip: Buffer): Buffer[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY) return [];
  const parts: Buffer[] = [];
  let left = MOST_TEXT;
  let at = zip.readUInt32LE(end + 16);
  while (left > 0 && at + 46 <= zip.length && zip.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('latin1', at + 46, at + 46 + nameLength);
    const part = /\.xml$/i.test(name) ? partAt(zip, at, left) : undefined;
    if (part) parts.push(part);
    left -= part?.length ?? 0;
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

function partAt(zip: Buffer, entry: number, most: number): Buffer | undefined {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  if (header + 30 > zip.length) return undefined;
  const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const stored = zip.subarray(begin, begin + size);
  if (method !== DEFLATED) return stored.subarray(0, most);
  try {
    return inflateRawSync(stored, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}
