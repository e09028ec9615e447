import { FileSystemError, type Uri, workspace } from 'vscode';
import { AppError, isAppError } from '../service/appError.ts';
import { LARGEST_PDF_BYTES } from '../statements/checkPdf.ts';

/** Reads a PDF that is not too large. @throws AppError `fileMissing`, `fileUnreadable` or `fileTooLarge` */
export async function readPdf(pdf: Uri): Promise<Uint8Array> {
  try {
    const { size } = await workspace.fs.stat(pdf);
    if (size > LARGEST_PDF_BYTES) throw new AppError('fileTooLarge');
    return await workspace.fs.readFile(pdf);
  } catch (error) {
    if (isAppError(error)) throw error;
    const missing = error instanceof FileSystemError && error.code === 'FileNotFound';
    throw new AppError(missing ? 'fileMissing' : 'fileUnreadable');
  }
}
