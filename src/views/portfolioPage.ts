import type { Disposable, Uri, Webview } from 'vscode';
import { type AskRooms, AskSession } from './ask/askSession.ts';
import type { ExportRequest } from '../portfolio/exports/exportSpec.ts';
import type { Mask } from './mask.ts';
import type { FamilyMessage, HostMessage, ShowMessage, Typed } from './messages.ts';
import { readPageMessage } from './pageMessage.ts';
import { pageWords } from './pageWords.ts';
import { pageHtml, pageRoots } from './pageHtml.ts';

export interface PageOptions {
  readonly webview: Webview;
  readonly extensionUri: Uri;
  /** What to show now; asked whenever the page starts anew, since a hidden page is thrown away. */
  readonly content: () => PageContent | undefined;
  readonly mask: Mask;
  /** Absent where nothing is asked about: several statements as one. */
  readonly asking?: AskRooms;
  readonly onSave: () => void;
  readonly onShowJson: () => void;
  readonly onExport: (request: ExportRequest) => void;
}

/** What a portfolio of 100,000 transactions takes goes in one or two messages. */
const PART_BYTES = 8 * 1024 * 1024;

function isLong(bytes: Uint8Array): boolean {
  return bytes.byteLength > 1.5 * PART_BYTES;
}

type OfThePage = 'words' | 'masked' | 'typed';

/** One portfolio, or several statements as one. */
export type PageContent = Omit<ShowMessage, OfThePage> | Omit<FamilyMessage, OfThePage>;

/** The host's half of the portfolio page, whether it stands in a panel or in an editor. */
export class PortfolioPage implements Disposable {
  readonly #options: PageOptions;
  readonly #ask: AskSession | undefined;
  readonly #subscriptions: readonly Disposable[];
  #ready = false;
  #turn = 0;
  /** In memory only: it may name a person. */
  #typed: Typed | undefined;

  constructor(options: PageOptions) {
    this.#options = options;
    const { webview, extensionUri, mask } = options;
    webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
    this.#ask = options.asking && this.#askWith(options.asking);
    this.#subscriptions = [
      webview.onDidReceiveMessage((message) => this.#received(message)),
      mask.onDidChange((masked) => {
        this.#send({ type: 'mask', masked });
        void this.#ask?.dropPreview();
      }),
    ];
    webview.html = pageHtml(webview, extensionUri, 'portfolio');
  }

  /** Sends the content to the page; a page that is not ready yet asks for it itself. */
  show(): void {
    if (!this.#ready) return;
    const content = this.#options.content();
    if (!content) return;
    const masked = this.#options.mask.on;
    const typed = this.#typed && { typed: this.#typed };
    const message: HostMessage = { words: pageWords(), masked, ...typed, ...content };
    this.#turn += 1;
    if (message.type === 'show' && typeof message.text !== 'string' && isLong(message.text))
      void this.#sendInParts(message, message.text);
    else this.#send(message);
    void this.#ask?.show();
  }

  /** A message of many megabytes would stall the host while it is copied. */
  async #sendInParts(message: ShowMessage, bytes: Uint8Array): Promise<void> {
    const turn = this.#turn;
    for (let start = 0; start < bytes.byteLength; start += PART_BYTES) {
      const part = bytes.slice(start, start + PART_BYTES);
      await this.#options.webview.postMessage({ type: 'part', first: start === 0, bytes: part });
      // Something else is shown meanwhile.
      if (turn !== this.#turn) return;
    }
    this.#send({ ...message, text: '', inParts: true });
  }

  dispose(): void {
    this.#ask?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #askWith(asking: AskRooms): AskSession {
    const { content, mask } = this.#options;
    return new AskSession({
      ...asking,
      portfolio: () => {
        const now = content();
        if (now?.type !== 'show') return undefined;
        return typeof now.text === 'string' ? now.text : new TextDecoder().decode(now.text);
      },
      canAsk: () => content()?.type === 'show',
      isMasked: () => mask.on,
      send: (message) => this.#send(message),
    });
  }

  #send(message: HostMessage): void {
    void this.#options.webview.postMessage(message);
  }

  #received(message: unknown): void {
    const read = readPageMessage(message);
    if (read?.type === 'ready') {
      this.#ready = true;
      this.show();
    } else if (read?.type === 'toggleMask') this.#options.mask.toggle();
    else if (read?.type === 'typed') this.#typed = read.typed;
    else if (read?.type === 'save') this.#options.onSave();
    else if (read?.type === 'showJson') this.#options.onShowJson();
    else if (read?.type === 'export') this.#options.onExport(read.spec);
    else if (read) void this.#ask?.received(read);
  }
}
