import {
  getDocument,
  PasswordException,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { LocalParseError } from '../localParseError.ts';
import { withKeyLengthInBits } from './keyLength.ts';
import { LocalPort } from './portPair.ts';
import { undrawnPage } from './undrawn.ts';

/** Readers accept a header that starts anywhere in the first 1,024 bytes (PDF 1.7, annex H, note 13). */
const HEADER_WITHIN_BYTES = 1024;

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF, encrypted or not: with the password as given, in capitals where it looks like a PAN, which depositories print in
 * capitals, and without one, as pdf.js refuses a file that needs none when it is given one.
 * @throws LocalParseError `not-a-pdf`, `damaged`, `lock-unknown`, `password-needed` or `password-wrong`
 */
export async function openPdf(bytes: Uint8Array, password: string): Promise<OpenPdf> {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, HEADER_WITHIN_BYTES),
  );
  if (!head.includes('%PDF-')) throw new LocalParseError('not-a-pdf');
  let pdf = bytes;
  for (const each of passwordsToTry(password)) {
    try {
      return await open(pdf, each);
    } catch (error) {
      if (error instanceof PasswordException) continue;
      if (!isUnknownLock(error)) throw new LocalParseError('damaged');
      const mended = pdf === bytes ? withKeyLengthInBits(bytes) : null;
      if (!mended) throw new LocalParseError('lock-unknown');
      pdf = mended;
      const opened = await open(pdf, each).catch(() => null);
      if (opened) return opened;
    }
  }
  throw new LocalParseError(password === '' ? 'password-needed' : 'password-wrong');
}

/** What pdf.js says of a handler other than the standard one, of an algorithm or a length of the key that it does not know. */
function isUnknownLock(error: unknown): boolean {
  return (
    error instanceof Error &&
    /unknown encryption method|unsupported encryption algorithm|invalid key length/.test(
      error.message,
    )
  );
}

const PAN = /^[A-Z]{5}\d{4}[A-Z]$/i;

function passwordsToTry(password: string): Set<string> {
  const trimmed = password.trim();
  const inCapitals = PAN.test(trimmed) ? [trimmed.toUpperCase()] : [];
  return new Set([password, ...inCapitals, ...inUtf8(password), '']);
}

/**
 * Locks of 128 bits and less take the letters of Latin-1, says the standard (7.6.4.3), and most programs lock with the bytes of
 * UTF-8 instead, with the letters and their accents in one or apart. pdf.js takes each letter that it is given for a byte.
 */
function inUtf8(password: string): string[] {
  if (IN_ASCII.test(password)) return [];
  const forms = [password, password.normalize('NFC'), password.normalize('NFKC')];
  return [...forms, ...forms.map((each) => Buffer.from(each, 'utf8').toString('latin1'))];
}

const IN_ASCII = /^\p{ASCII}*$/u;

async function open(bytes: Uint8Array, password: string): Promise<OpenPdf> {
  const [near, far] = LocalPort.pair();
  WorkerMessageHandler.initializeFromPort(far);
  const worker = new PDFWorker({ port: near as never, verbosity: VerbosityLevel.INFOS });
  const task = getDocument({
    // A copy: pdf.js keeps what it is given, and another password may have to be tried on it.
    data: Uint8Array.from(bytes),
    password,
    worker,
    verbosity: VerbosityLevel.INFOS,
    // Text is all that is wanted: no picture is decoded, however large it says it is, and nothing is fetched.
    maxImageSize: 0,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: false,
    ownerDocument: undrawnPage() as never,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    far.terminate();
  };
  try {
    return { document: await task.promise, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}
