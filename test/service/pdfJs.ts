import { createRequire } from 'node:module';

/**
 * pdf.js wants DOMMatrix at import and takes it from @napi-rs/canvas, an optional package. Where
 * that is missing anything constructible will do: nothing is drawn here.
 */
export async function loadPdfJs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  try {
    createRequire(import.meta.url)('@napi-rs/canvas');
  } catch {
    if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: Object });
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
