import { type Uri, l10n, window, workspace } from 'vscode';
import { fileName } from '../views/fileName.ts';
import { LARGEST_BYTES } from '../portfolio/largestPortfolio.ts';
import { ownBytes } from '../portfolio/savedPortfolio.ts';
import { plainText } from '../views/plainText.ts';

/** Reads a saved portfolio, in UTF-8. @returns `undefined` when it cannot be read or is too large, which the person is told */
export async function readSaved(file: Uri): Promise<Uint8Array | undefined> {
  const name = plainText(fileName(file));
  try {
    const { size } = await workspace.fs.stat(file);
    if (size <= LARGEST_BYTES) return ownBytes(await workspace.fs.readFile(file));
    void window.showErrorMessage(l10n.t('{0} is too large for a portfolio.', name));
  } catch {
    void window.showErrorMessage(
      l10n.t('{0} cannot be read; check that it is there and that you may open it.', name),
    );
  }
  return undefined;
}

/** Reads several. @returns none when one cannot be read, which the person is told */
export async function readAllSaved(
  files: readonly Uri[],
): Promise<readonly { readonly title: string; readonly text: Uint8Array; readonly uri: Uri }[]> {
  const read = await Promise.all(
    files.map(async (uri) => {
      const bytes = await readSaved(uri);
      return bytes && { title: fileName(uri), text: bytes, uri };
    }),
  );
  const readable = read.flatMap((one) => one ?? []);
  return readable.length === files.length ? readable : [];
}
