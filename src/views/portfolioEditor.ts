import {
  type CustomDocument,
  FileSystemError,
  RelativePattern,
  Uri,
  type WebviewPanel,
  commands,
  l10n,
  window,
  workspace,
} from 'vscode';
import type { ExportRequest } from '../portfolio/exports/exportSpec.ts';
import type { FactsStore } from '../statements/factsStore.ts';
import type { AskServices } from './ask/askSession.ts';
import type { ExportSource } from './exports/exportSource.ts';
import { fileName } from './fileName.ts';
import { LARGEST_BYTES } from '../portfolio/largestPortfolio.ts';
import type { PrivacyMode } from './privacyMode.ts';
import { plainText } from './plainText.ts';
import { PortfolioPage } from './portfolioPage.ts';
import { isSampleFile, ownBytes } from '../portfolio/savedPortfolio.ts';

export interface EditorParts {
  readonly extensionUri: Uri;
  readonly mask: PrivacyMode;
  readonly facts: FactsStore;
  readonly asking: AskServices;
  readonly onExport: (source: ExportSource, request: ExportRequest) => void;
}

/** Shows a saved portfolio, and shows it again whenever its file changes. */
export async function resolvePortfolioEditor(
  { extensionUri, mask, facts, asking, onExport }: EditorParts,
  { uri }: CustomDocument,
  panel: WebviewPanel,
): Promise<void> {
  let text: Uint8Array | undefined;
  const page = new PortfolioPage({
    webview: panel.webview,
    extensionUri,
    mask,
    facts,
    asking,
    content: () =>
      text && {
        type: 'show',
        text,
        title: fileName(uri),
        origin: 'file',
        sample: isSampleFile(text),
        saved: true,
      },
    onSave: () => undefined,
    onShowJson: () => void commands.executeCommand('vscode.openWith', uri, 'default'),
    onExport: (request) =>
      text && onExport({ content: text, file: uri, sample: isSampleFile(text) }, request),
  });
  // The whole folder is watched, because a file's name may hold characters that mean something in a pattern.
  const watcher = workspace.createFileSystemWatcher(
    new RelativePattern(Uri.joinPath(uri, '..'), '*'),
  );
  const reload = async (changed: Uri) => {
    if (changed.toString() !== uri.toString()) return;
    try {
      text = await readBytes(uri);
      page.show();
    } catch {
      // The file is gone or half written: what is on screen stays, and the next change is another chance.
    }
  };
  watcher.onDidChange(reload);
  watcher.onDidCreate(reload);
  panel.onDidDispose(() => {
    watcher.dispose();
    page.dispose();
  });
  // The page loads meanwhile.
  text = await readBytes(uri);
  page.show();
}

async function readBytes(uri: Uri): Promise<Uint8Array> {
  const { size } = await workspace.fs.stat(uri);
  if (size > LARGEST_BYTES) {
    void window.showErrorMessage(
      l10n.t(
        '{0} is too large for a portfolio; open it as text instead.',
        plainText(fileName(uri)),
      ),
    );
    throw FileSystemError.Unavailable(uri);
  }
  return ownBytes(await workspace.fs.readFile(uri));
}
