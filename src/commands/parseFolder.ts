import { FileType, Uri, l10n, window, workspace } from 'vscode';
import type { Container } from '../container.ts';
import { fileName } from '../views/fileName.ts';
import { plainText } from '../views/plainText.ts';
import { engineToUse } from './engineToUse.ts';
import { parseMany } from './parseMany.ts';
import { readStatementsHere } from './parsePdfLocally.ts';
import { readHereInstead } from './readHereInstead.ts';

/** Parses all PDFs in a folder and below it, as a batch; on this computer where that is the engine set. @param folder asked for when it is not given */
export async function parseFolder(container: Container, folder: unknown): Promise<void> {
  const chosen = folder instanceof Uri ? folder : await chooseFolder();
  if (!chosen) return;
  const pdfs = await pdfsBelow(chosen);
  if (pdfs.length === 0) {
    void window.showInformationMessage(
      l10n.t('There is no PDF in {0}.', plainText(fileName(chosen))),
    );
    return;
  }
  const engine = await engineToUse(container);
  if (engine === 'local') await readStatementsHere(container, pdfs);
  if (engine === 'cloud') await parseMany(container, pdfs, readHereInstead(container, pdfs));
}

async function chooseFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Parse CAS PDFs in Folder'),
    openLabel: l10n.t('Parse'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

/** Links are not followed: they may lead in circles. */
async function pdfsBelow(folder: Uri): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next; next = folders.pop()) {
    for (const [name, type] of await workspace.fs.readDirectory(next)) {
      if (type === FileType.File && /\.pdf$/i.test(name)) found.push(Uri.joinPath(next, name));
      if (type === FileType.Directory && !name.startsWith('.') && name !== 'node_modules')
        folders.push(Uri.joinPath(next, name));
    }
  }
  return found.sort((one, other) =>
    one.path.localeCompare(other.path, undefined, { numeric: true }),
  );
}
