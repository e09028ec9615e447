import { loadPdfJs } from './pdfJs.ts';

/** Whether the bytes are a PDF that opens, with at least one page, with this password. */
export async function opensWith(pdf: Buffer, password: string | undefined): Promise<boolean> {
  const { getDocument, VerbosityLevel } = await loadPdfJs();
  const loading = getDocument({
    data: new Uint8Array(pdf), // a copy: pdf.js takes the memory it is given
    verbosity: VerbosityLevel.ERRORS,
    ...(password !== undefined && { password }),
  });
  try {
    const document = await loading.promise;
    await document.getPage(1);
    return true;
  } catch {
    return false;
  } finally {
    await loading.destroy();
  }
}
