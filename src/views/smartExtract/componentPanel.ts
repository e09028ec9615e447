import { Uri, ViewColumn, l10n, window, workspace } from 'vscode';
import { fileName } from '../fileName.ts';
import { pageHtml, pageRoots } from '../pageHtml.ts';
import { pageWords } from '../pageWords.ts';
import { plainText } from '../plainText.ts';
import {
  type ComponentRequest,
  type SavedInComponent,
  type ToComponentPage,
  readComponentEvent,
  readComponentPage,
} from './componentMessages.ts';
import { workbookName, workbookText } from './workbookFile.ts';

export interface ComponentParts {
  readonly extensionUri: Uri;
  /** The document, or where it would stand. */
  readonly file: Uri;
  /** The component's address for this session. */
  readonly url: URL;
  /** Opens the component in the browser, with a session of its own. */
  readonly openInBrowser: () => void;
  /** What the component is to work on. */
  readonly request: ComponentRequest;
}

/** A component that says nothing for so long was probably not let into the frame. */
const PATIENCE_MS = 15_000;

/** Shows the SmartExtract component for a document, in a panel of its own. */
export function showComponent({
  extensionUri,
  file,
  url,
  openInBrowser,
  request,
}: ComponentParts): void {
  const name = fileName(file);
  const panel = window.createWebviewPanel(
    'casParser.smartExtract',
    l10n.t('{0} in SmartExtract', name),
    ViewColumn.Active,
    // What was entered in the component would be gone with its frame.
    { retainContextWhenHidden: true },
  );
  const { webview } = panel;
  panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
  webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
  let saved: SavedInComponent | undefined;
  let isWritten = true;
  let asked = false;
  const tell = (message: ToComponentPage) => void webview.postMessage(message);

  const write = async (given: SavedInComponent) => {
    if ((await save(file, given)) && given === saved) isWritten = true;
  };

  function heard(message: unknown): void {
    const event = readComponentEvent(message);
    if (event.name === 'ready' && !asked) {
      asked = true;
      tell({ type: 'request', request });
    }
    if (event.name !== 'data') return;
    saved = event.data;
    isWritten = false;
    tell({ type: 'hasData' });
  }

  panel.onDidDispose(() => {
    if (saved && !isWritten) void offerToSave(name, saved, write);
  });

  webview.onDidReceiveMessage((message: unknown) => {
    const read = readComponentPage(message);
    switch (read?.type) {
      case 'ready':
        tell({
          type: 'open',
          url: url.href,
          origin: url.origin,
          fileName: name,
          patience: PATIENCE_MS,
          words: pageWords(),
        });
        return;
      case 'frame':
        heard(read.message);
        return;
      case 'save':
        if (saved) void write(saved);
        return;
      case 'openInBrowser':
        openInBrowser();
        return;
      case undefined:
    }
  });
  webview.html = pageHtml(webview, extensionUri, 'smartExtract', url.origin);
}

/** What the person saved in the component is in no file yet, and the component is gone. */
async function offerToSave(
  name: string,
  saved: SavedInComponent,
  write: (saved: SavedInComponent) => Promise<void>,
): Promise<void> {
  const toFile = l10n.t('Save JSON');
  const choice = await window.showWarningMessage(
    l10n.t('What you saved in SmartExtract for {0} is in no file yet.', plainText(name)),
    toFile,
  );
  if (choice === toFile) await write(saved);
}

/**
 * Writes the plain data where the person wants it, and beside it what is needed to edit it again.
 * @returns whether it was written
 */
async function save(file: Uri, { documentData, workbookData }: SavedInComponent): Promise<boolean> {
  const name = `${fileName(file).replace(/\.[^.]+$/, '')}.json`;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(file, '..', name),
    filters: { JSON: ['json'] },
    title: l10n.t('Save JSON'),
  });
  if (!target) return false;
  const written = [fileName(target)];
  try {
    await write(target, `${JSON.stringify(documentData, null, 2)}\n`);
    if (workbookData !== undefined) {
      const beside = Uri.joinPath(target, '..', workbookName(fileName(target)));
      written.push(fileName(beside));
      await write(beside, workbookText({ fileName: fileName(file), workbookData }));
    }
    window.setStatusBarMessage(l10n.t('{0} saved', written.join(', ')), 5000);
    return true;
  } catch {
    const again = l10n.t('Save JSON');
    const choice = await window.showErrorMessage(
      l10n.t('{0} cannot be written; save it elsewhere.', plainText(written.at(-1) ?? '')),
      again,
    );
    return choice === again
      ? save(file, { documentData, ...(workbookData !== undefined && { workbookData }) })
      : false;
  }
}

function write(target: Uri, text: string): Thenable<void> {
  return workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
