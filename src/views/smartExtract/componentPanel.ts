import { Uri, ViewColumn, l10n, window, workspace } from 'vscode';
import { fileName } from '../fileName.ts';
import { pageHtml, pageRoots } from '../pageHtml.ts';
import { pageWords } from '../pageWords.ts';
import { plainText } from '../plainText.ts';
import {
  type ToComponentPage,
  readComponentEvent,
  readComponentPage,
} from './componentMessages.ts';

export interface ComponentParts {
  readonly extensionUri: Uri;
  readonly file: Uri;
  /** The component's address for this session. */
  readonly url: URL;
  /** Opens the component in the browser, with a session of its own. */
  readonly openInBrowser: () => void;
  /** The document as a data URL. @throws Error when it cannot be read any more */
  readonly readFile: () => Promise<string>;
}

/** A component that says nothing for so long was probably not let into the frame. */
const PATIENCE_MS = 15_000;

/** Shows the SmartExtract component for a document, in a panel of its own. */
export function showComponent({
  extensionUri,
  file,
  url,
  openInBrowser,
  readFile,
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
  let data: unknown;
  let asked = false;
  const tell = (message: ToComponentPage) => void webview.postMessage(message);

  async function heard(message: unknown): Promise<void> {
    const event = readComponentEvent(message);
    if (event.name === 'ready' && !asked) {
      asked = true;
      tell({ type: 'document', fileName: name, file: await readFile() });
    }
    if (event.name !== 'data') return;
    data = event.data;
    tell({ type: 'hasData' });
  }

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
        void heard(read.message);
        return;
      case 'save':
        if (data !== undefined) void save(file, data);
        return;
      case 'openInBrowser':
        openInBrowser();
        return;
      case undefined:
    }
  });
  webview.html = pageHtml(webview, extensionUri, 'smartExtract', url.origin);
}

async function save(file: Uri, data: unknown): Promise<void> {
  const name = `${fileName(file).replace(/\.[^.]+$/, '')}.json`;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(file, '..', name),
    filters: { JSON: ['json'] },
    title: l10n.t('Save JSON'),
  });
  if (!target) return;
  try {
    const text = `${JSON.stringify(data, null, 2)}\n`;
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    window.setStatusBarMessage(l10n.t('{0} saved', fileName(target)), 5000);
  } catch {
    void window.showErrorMessage(
      l10n.t('{0} cannot be written; save it elsewhere.', plainText(fileName(target))),
    );
  }
}
