/**
 * Some programs state the length of the key (7.6.2, `Length`) in bytes, which every reader but pdf.js understands. States it in bits,
 * in place: the byte more is taken from the white space beside it. Gives null where there is nothing to mend.
 */
export function withKeyLengthInBits(pdf: Uint8Array): Uint8Array | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const lock = /\/Encrypt\s+(\d+)\s+(\d+)\s+R/g;
  const [, number, generation] = [...text.matchAll(lock)].at(-1) ?? [];
  const start =
    number === undefined
      ? text.search(/\/Encrypt\s*<</)
      : text.search(new RegExp(`(?<!\\d)${number}\\s+${generation ?? 0}\\s+obj`));
  if (start === -1) return null;
  const near = text.slice(start, start + LONGEST_DICTIONARY);
  const match = [...near.matchAll(LENGTH_IN_BYTES)].find(({ index }) => depthAt(near, index) === 1);
  if (!match) return null;
  const [found, before = '', bytes = ''] = match;
  const bits = `${before.slice(0, -1)}/Length ${Number(bytes) * 8}`;
  const mended = Uint8Array.from(pdf);
  mended.set(Buffer.from(bits.padEnd(found.length), 'latin1'), start + match.index);
  return mended;
}

const LONGEST_DICTIONARY = 2000;
const LENGTH_IN_BYTES = /(\s)\/Length\s(5|6|7|8|9|1[0-6])(?=\s|\/|>)/g;

/** The lengths of crypt filters, one dictionary deeper, are in bytes by right. */
function depthAt(text: string, index: number): number {
  const before = text.slice(0, index);
  return before.split('<<').length - before.split('>>').length;
}
