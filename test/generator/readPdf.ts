import { loadPdfJs } from '../service/pdfJs.ts';

export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  /** The pieces of text of each page, in the order in which they are drawn. */
  readonly pages: readonly (readonly string[])[];
  readonly text: string;
}

/** Every character that the first page shows, also those that pdf.js leaves out of its text. */
export async function readGlyphs(pdf: Uint8Array, password: string): Promise<string> {
  const { getDocument, OPS } = await loadPdfJs();
  const loading = getDocument({ data: Uint8Array.from(pdf), password, verbosity: 0 });
  try {
    const page = await (await loading.promise).getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    const shown = fnArray.flatMap((operator, index) =>
      operator === OPS.showText ? (argsArray[index] as [ShownGlyph[]])[0] : [],
    );
    return shown.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode)).join('');
  } finally {
    await loading.destroy();
  }
}

/** A glyph, or a shift between two. */
type ShownGlyph = number | { readonly unicode: string };

/** The text of a PDF as pdf.js reads it. Throws what pdf.js throws, such as for a wrong password. */
export async function readPdf(pdf: Uint8Array, password: string): Promise<ReadPdf> {
  const { getDocument } = await loadPdfJs();
  const loading = getDocument({
    data: Uint8Array.from(pdf),
    ...(password !== '' && { password }),
    verbosity: 0,
  });
  try {
    const file = await loading.promise;
    const { info } = await file.getMetadata();
    const pages: string[][] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      pages.push(items.flatMap((item) => ('str' in item && item.str.trim() ? [item.str] : [])));
    }
    return { info: { ...info }, pages, text: pages.flat().join('\n') };
  } finally {
    await loading.destroy();
  }
}
