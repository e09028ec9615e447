import {
  type Disposable,
  TabInputText,
  type TextDocumentContentProvider,
  Uri,
  languages,
  window,
  workspace,
} from 'vscode';
import { indentJson } from './indentJson.ts';

const SCHEME = 'casparser-json';

/** Raw answers and reports as read-only documents. They are held in memory until their tab is closed. */
export class JsonDocuments implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #disposables = [
    workspace.registerTextDocumentContentProvider(SCHEME, this),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) this.#texts.delete(uri.toString());
    }),
  ];
  #count = 0;

  /** Opens a text that is JSON, or was meant to be, in a tab of its own. */
  async show(title: string, text: string): Promise<void> {
    const json = text.includes('\n') ? text : indentJson(text);
    await this.#open(`${title}.json`, json, 'json');
  }

  /** Opens plain text in a tab of its own. */
  async showPlain(name: string, text: string): Promise<void> {
    await this.#open(name, text, 'plaintext');
  }

  async #open(name: string, text: string, language: string): Promise<void> {
    const uri = Uri.from({ scheme: SCHEME, path: `/${++this.#count}/${name}` });
    this.#texts.set(uri.toString(), text);
    const document = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(document, language);
    await window.showTextDocument(document, { preview: false });
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Forgets all texts and closes their tabs. */
  async closeAll(): Promise<void> {
    this.#texts.clear();
    const tabs = window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof TabInputText && input.uri.scheme === SCHEME);
    await window.tabGroups.close(tabs);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
