import { AppError } from '../service/appError.ts';

/** The service's documented limit for one file (casparser.in FAQ). */
export const LARGEST_PDF_BYTES = 10 * 1024 * 1024;
/** Uploads a little above this have been refused with HTTP 413 by the servers before the service, whatever the documentation says. */
export const LARGE_PDF_BYTES = 1_700_000;
/** Readers accept a header that starts anywhere in the first 1,024 bytes (PDF 1.7, annex H, note 13). */
const HEADER_WITHIN_BYTES = 1024;

export interface PdfFacts {
  readonly encrypted: boolean;
  /** Large enough for the upload to be refused. */
  readonly large: boolean;
}

/**
 * Looks at a file before any byte of it leaves this computer.
 * @throws AppError `fileEmpty`, `fileNotPdf` or `fileTooLarge`
 */
export function checkPdf(bytes: Uint8Array): PdfFacts {
  if (bytes.length === 0) throw new AppError('fileEmpty');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = buffer.indexOf('%PDF-');
  if (header === -1 || header >= HEADER_WITHIN_BYTES) throw new AppError('fileNotPdf');
  if (bytes.length > LARGEST_PDF_BYTES) throw new AppError('fileTooLarge');
  return { encrypted: isEncrypted(buffer), large: bytes.length > LARGE_PDF_BYTES };
}

/**
 * Looks for the trailer's `/Encrypt` entry. A trailer is never encrypted or compressed itself, so its name stands in
 * plain sight; what follows it must be a reference or a dictionary (`/EncryptMetadata` is another entry).
 */
function isEncrypted(pdf: Buffer): boolean {
  const name = '/Encrypt';
  for (
    let at = pdf.lastIndexOf(name);
    at !== -1;
    at = at === 0 ? -1 : pdf.lastIndexOf(name, at - 1)
  ) {
    const next = pdf.toString('latin1', at + name.length, at + name.length + 24);
    if (/^\s*(<<|\d+\s+\d+\s+R)/.test(next)) return true;
  }
  return false;
}
