import {
  type Disposable,
  Uri,
  ViewColumn,
  type WebviewPanel,
  commands,
  env,
  l10n,
  window,
} from 'vscode';
import type { Credits } from '../service/credits.ts';
import { isAppError } from '../service/appError.ts';
import { PACE_NEEDS_MS } from '../usage/pace.ts';
import type { Period } from '../usage/period.ts';
import type { UsageReport } from '../usage/report.ts';
import { pageWords } from './pageWords.ts';
import { pageHtml, pageRoots } from './pageHtml.ts';
import { problemMessage } from './problems/problemMessage.ts';
import { exportUsage } from './usageExport.ts';
import {
  type ShowUsageMessage,
  type UsageAccount,
  type UsageFigures,
  readUsagePageMessage,
} from './usageMessages.ts';

export interface UsagePanelOptions {
  readonly extensionUri: Uri;
  /** The account in use. */
  readonly account: () => UsageAccount | undefined;
  /**
   * Asks the service about the account in use, for a period in milliseconds since the epoch.
   * @throws AppError
   */
  readonly load: (from: number, to: number, signal: AbortSignal) => Promise<UsageReport>;
  /** The last credits received for that account. */
  readonly credits: () => Credits | undefined;
  /** The service's host, for sentences. Must not throw. */
  readonly host: () => string;
  /** Takes an error that is no AppError, for the log. */
  readonly onBug: (error: unknown) => void;
}

/** The view of credits and usage: one panel, shown again when asked for again. */
export class UsagePanel implements Disposable {
  readonly #options: UsagePanelOptions;
  #panel: WebviewPanel | undefined;
  #accountId: string | undefined;
  #asked: Period | undefined;
  #figures: UsageFigures | undefined;
  #problem: string | undefined;
  #loading: AbortController | undefined;

  constructor(options: UsagePanelOptions) {
    this.#options = options;
  }

  show(): void {
    if (this.#panel) this.#panel.reveal();
    else this.#open();
  }

  /** The account in use or its credits are others now. What belongs to another account is thrown away. */
  refresh(): void {
    this.#keepToAccount();
    this.#send();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): void {
    const { extensionUri } = this.#options;
    const panel = window.createWebviewPanel(
      'casParser.usage',
      l10n.t('Credits and Usage'),
      ViewColumn.Active,
    );
    panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
    panel.webview.onDidReceiveMessage((message) => void this.#received(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#forget();
    });
    this.#panel = panel;
    panel.webview.html = pageHtml(panel.webview, extensionUri, 'usage');
  }

  async #received(message: unknown): Promise<void> {
    const read = readUsagePageMessage(message);
    switch (read?.type) {
      case 'ready':
        this.refresh();
        return;
      case 'load':
        return this.#load(read.period);
      case 'export':
        return this.#figures && exportUsage(this.#figures);
      case 'copyRequestId':
        return env.clipboard.writeText(read.requestId);
      case 'openDashboard':
        await commands.executeCommand('casParser.openDashboard');
        return;
      case undefined:
    }
  }

  /** Asks for a period; a later question replaces one that is under way. */
  async #load(period: Period): Promise<void> {
    this.#keepToAccount();
    if (this.#accountId === undefined) {
      this.#send();
      return;
    }
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#asked = period;
    this.#problem = undefined;
    this.#send();
    try {
      const figures = await this.#ask(period, loading.signal);
      if (this.#loading === loading) this.#figures = figures;
    } catch (error) {
      if (this.#loading === loading) this.#problem = this.#sentence(error);
    }
    if (this.#loading !== loading) return;
    this.#loading = undefined;
    this.refresh();
  }

  async #ask(period: Period, signal: AbortSignal): Promise<UsageFigures> {
    const { load } = this.#options;
    const askedAt = Date.now();
    const recently = askedAt - PACE_NEEDS_MS;
    const report = await load(period.from, period.to, signal);
    // The pace is that of today, whatever period is looked at.
    const isRecent = period.from <= recently && period.to >= askedAt - RECENT_ENOUGH_MS;
    const recent = isRecent ? report : await load(recently, askedAt, signal);
    return { period, askedAt, report, recent: recent.requests };
  }

  #sentence(error: unknown): string {
    if (isAppError(error)) return problemMessage(error, { host: this.#options.host() }).text;
    this.#options.onBug(error);
    return l10n.t('CAS Parser met an unexpected error; nothing was lost. The log has more.');
  }

  #keepToAccount(): void {
    const id = this.#options.account()?.id;
    if (id === this.#accountId) return;
    this.#forget();
    this.#accountId = id;
  }

  #forget(): void {
    this.#loading?.abort();
    this.#loading = undefined;
    this.#accountId = undefined;
    this.#asked = undefined;
    this.#figures = undefined;
    this.#problem = undefined;
  }

  #send(): void {
    const credits = this.#options.credits();
    const message: ShowUsageMessage = {
      type: 'show',
      words: pageWords(),
      account: this.#options.account(),
      credits: credits && {
        used: credits.used,
        remaining: credits.remaining,
        limit: credits.limit,
        resetsAt: credits.resetsAt,
      },
      figures: this.#figures,
      asked: this.#asked,
      loading: this.#loading !== undefined,
      problem: this.#problem,
    };
    void this.#panel?.webview.postMessage(message);
  }
}

/** A period that ends with today was asked for a moment before the host reads its own clock. */
const RECENT_ENOUGH_MS = 60_000;
