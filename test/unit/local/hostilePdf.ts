import { deflateRawSync, deflateSync, constants } from 'node:zlib';

/** An object of a PDF: its dictionary's entries, and a stream where it has one. */
export interface PdfObject {
  readonly entries: string;
  readonly stream?: Uint8Array;
}

/** A PDF made of these objects, numbered from 1; the first is the catalog. */
export function pdfOf(objects: readonly PdfObject[]): Uint8Array {
  const pieces: Buffer[] = [];
  let length = 0;
  const add = (piece: string | Uint8Array): void => {
    const bytes = Buffer.from(piece as string);
    pieces.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.7\n');
  const offsets = objects.map(({ entries, stream }, index) => {
    const at = length;
    const size = stream ? ` /Length ${stream.length}` : '';
    add(`${index + 1} 0 obj\n<< ${entries}${size} >>\n`);
    if (stream) {
      add('stream\n');
      add(stream);
      add('\nendstream\n');
    }
    add('endobj\n');
    return at;
  });
  const xref = length;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
  return Uint8Array.from(Buffer.concat(pieces));
}

const CATALOG: PdfObject = { entries: '/Type /Catalog /Pages 2 0 R' };
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A PDF of one page that draws `content`; further objects are numbered from 5. */
export function onePage(
  content: Uint8Array,
  { filter = '', page = '', resources = '', pages = '', others = [] as readonly PdfObject[] } = {},
): Uint8Array {
  return pdfOf([
    CATALOG,
    {
      entries: pages === '' ? '/Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842]' : pages,
    },
    {
      entries: `/Type /Page /Parent 2 0 R /Contents 4 0 R ${page} /Resources << /Font << /F1 ${FONT} >> ${resources} >>`,
    },
    { entries: filter === '' ? '' : `/Filter ${filter}`, stream: content },
    ...others,
  ]);
}

export function packed(text: string): Uint8Array {
  return Uint8Array.from(deflateSync(text));
}

/** So many megabytes of spaces as a few thousand times fewer bytes. */
export function bomb(megabytes: number): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(1 << 20, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array.from({ length: megabytes }, () => one);
  return Uint8Array.from(
    Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, Buffer.from([0x03, 0x00])]),
  );
}
