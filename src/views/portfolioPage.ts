import type { Disposable, Uri, Webview } from 'vscode';
import { type AskServices, AskSession } from './ask/askSession.ts';
import type { ExportRequest } from '../portfolio/exports/exportSpec.ts';
import { NO_FACTS } from '../portfolio/facts/facts.ts';
import { NOTHING_SAID } from '../portfolio/facts/ownFacts.ts';
import { readFacts } from '../portfolio/facts/readFacts.ts';
import type { FactsStore } from '../statements/factsStore.ts';
import type { PrivacyMode } from './privacyMode.ts';
import type {
  FamilyMessage,
  GzippedJson,
  HostMessage,
  JsonText,
  ShowMessage,
  Typed,
} from './messages.ts';
import { packedJson } from './packedJson.ts';
import { readPageMessage } from './pageMessage.ts';
import { pageWords } from './pageWords.ts';
import { pageHtml, pageRoots } from './pageHtml.ts';

export interface PageOptions {
  readonly webview: Webview;
  readonly extensionUri: Uri;
  /** What to show now; asked whenever the page starts anew, since a hidden page is thrown away. */
  readonly content: () => PageContent | undefined;
  readonly mask: PrivacyMode;
  /** Absent where no gains are shown. */
  readonly facts?: FactsStore;
  /** Absent where nothing is asked about: several statements as one. */
  readonly asking?: AskServices;
  readonly onSave: () => void;
  readonly onShowJson: () => void;
  readonly onExport: (request: ExportRequest) => void;
}

/** What a portfolio of 100,000 transactions takes, compressed, goes in one message. */
const PART_BYTES = 8 * 1024 * 1024;
/** VS Code does not always tell that a message was lost. */
const LONGEST_WAY_MS = 10_000;

type OfThePage = 'words' | 'masked' | 'typed' | 'facts';

/** One portfolio, or several statements as one. */
export type PageContent =
  | (Omit<ShowMessage, OfThePage | 'text' | 'inParts'> & { readonly text: JsonText })
  | Omit<FamilyMessage, OfThePage>;

/** The host's half of the portfolio page, whether it stands in a panel or in an editor. */
export class PortfolioPage implements Disposable {
  readonly #options: PageOptions;
  readonly #ask: AskSession | undefined;
  readonly #subscriptions: readonly Disposable[];
  #turn = 0;
  /** What is on its way to the page now. */
  #underWay = 0;
  #since = 0;
  /** Sent while the page was loading for the first time, and not asked for by it yet. */
  #ahead = false;
  #ready = false;
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
        void this.#send({ type: 'mask', masked });
        void this.#ask?.dropPreview();
      }),
      ...(options.facts
        ? [options.facts.onDidChange((facts) => void this.#send({ type: 'facts', facts }))]
        : []),
    ];
    void options.facts?.load();
    webview.html = pageHtml(webview, extensionUri, 'portfolio');
  }

  /** Sends the content to the page, without waiting until it is ready: VS Code keeps messages for a page that is being loaded. */
  show(): void {
    const content = this.#options.content();
    if (!content) return;
    if (!this.#ready) this.#ahead = true;
    this.#turn += 1;
    this.#underWay += 1;
    this.#since = Date.now();
    void this.#sendContent(content, this.#turn).finally(() => (this.#underWay -= 1));
  }

  async #sendContent(content: PageContent, turn: number): Promise<void> {
    const isCurrent = () => turn === this.#turn;
    const around = () => {
      const typed = this.#typed && { typed: this.#typed };
      return { words: pageWords(), masked: this.#options.mask.on, ...typed };
    };
    let message: HostMessage;
    if (content.type === 'show') {
      const text = await packedJson(content.text);
      if (!isCurrent()) return;
      const bytes = longBytes(text);
      if (bytes && !(await this.#sendInParts(bytes, isCurrent))) return;
      const inParts = text instanceof Uint8Array ? 'plain' : 'gzip';
      const facts = this.#options.facts?.now ?? NOTHING_SAID;
      message = { ...around(), facts, ...content, ...(bytes ? { text: '', inParts } : { text }) };
    } else message = { ...around(), ...content };
    const sent = this.#send(message);
    void this.#ask?.show();
    await sent;
  }

  /** A message of many megabytes would stall the host while it is copied. @returns false when something else is shown meanwhile */
  async #sendInParts(bytes: Uint8Array, isCurrent: () => boolean): Promise<boolean> {
    for (let start = 0; start < bytes.byteLength; start += PART_BYTES) {
      const part = bytes.slice(start, start + PART_BYTES);
      await this.#send({ type: 'part', first: start === 0, bytes: part });
      if (!isCurrent()) return false;
    }
    return true;
  }

  /** A page that was hidden is loaded anew and has nothing; one that was loaded for the first time has what was sent ahead. */
  #isReady(again: boolean): void {
    const ahead = this.#ahead;
    this.#ready = true;
    this.#ahead = false;
    const arrives = this.#underWay > 0 && Date.now() - this.#since < LONGEST_WAY_MS;
    if (again ? !arrives : !ahead) this.show();
  }

  dispose(): void {
    // What is being compressed or sent in parts is not wanted any more.
    this.#turn += 1;
    this.#ask?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #askWith(asking: AskServices): AskSession {
    const { content, mask, facts } = this.#options;
    return new AskSession({
      ...asking,
      portfolio: () => {
        const now = content();
        if (now?.type !== 'show') return undefined;
        return typeof now.text === 'string' ? now.text : new TextDecoder().decode(now.text);
      },
      canAsk: () => content()?.type === 'show',
      isMasked: () => mask.on,
      facts: async () => (facts ? readFacts((await facts.load()).file) : NO_FACTS),
      send: (message) => void this.#send(message),
    });
  }

  async #send(message: HostMessage): Promise<void> {
    try {
      await this.#options.webview.postMessage(message);
    } catch {
      // The tab was closed meanwhile.
    }
  }

  #received(message: unknown): void {
    const read = readPageMessage(message);
    if (read?.type === 'ready') this.#isReady(read.again === true);
    else if (read?.type === 'toggleMask') this.#options.mask.toggle();
    else if (read?.type === 'fact') void this.#options.facts?.change(read.change);
    else if (read?.type === 'typed') this.#typed = read.typed;
    else if (read?.type === 'save') this.#options.onSave();
    else if (read?.type === 'showJson') this.#options.onShowJson();
    else if (read?.type === 'export') this.#options.onExport(read.spec);
    else if (read) void this.#ask?.received(read);
  }
}

/** The bytes of a text that is too long for one message. */
function longBytes(text: JsonText | GzippedJson): Uint8Array | undefined {
  if (typeof text === 'string') return undefined;
  const bytes = text instanceof Uint8Array ? text : text.gzip;
  return bytes.byteLength > 1.5 * PART_BYTES ? bytes : undefined;
}
