import {
  type Disposable,
  Uri,
  ViewColumn,
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
import type { JsonDocuments } from './jsonDocuments.ts';
import type { PrivacyMode } from './privacyMode.ts';
import { fileName } from './fileName.ts';
import { PORTFOLIO_EDITOR } from './portfolioEditorType.ts';
import { plainText } from './plainText.ts';
import { PortfolioPage } from './portfolioPage.ts';
import { savedName, textToSave } from '../portfolio/savedPortfolio.ts';

export interface FreshPortfolio {
  /** The JSON as received. */
  readonly text: string;
  readonly pdf: Uri;
  /** From the sandbox: not what the PDF says. */
  readonly sample: boolean;
}

export interface PanelParts {
  readonly extensionUri: Uri;
  readonly json: JsonDocuments;
  readonly mask: PrivacyMode;
  readonly facts: FactsStore;
  readonly asking: AskServices;
  readonly onExport: (source: ExportSource, request: ExportRequest) => void;
}

/** Panels for statements parsed just now and not saved yet. */
export class PortfolioPanels implements Disposable {
  readonly #extensionUri: Uri;
  readonly #json: JsonDocuments;
  readonly #mask: PrivacyMode;
  readonly #facts: FactsStore;
  readonly #asking: AskServices;
  readonly #onExport: PanelParts['onExport'];
  readonly #open = new Map<WebviewPanel, FreshPortfolio>();

  constructor({ extensionUri, json, mask, facts, asking, onExport }: PanelParts) {
    this.#extensionUri = extensionUri;
    this.#json = json;
    this.#mask = mask;
    this.#facts = facts;
    this.#asking = asking;
    this.#onExport = onExport;
  }

  show(portfolio: FreshPortfolio): void {
    const name = fileName(portfolio.pdf);
    const panel = window.createWebviewPanel('casParser.freshPortfolio', name, ViewColumn.Active);
    panel.iconPath = Uri.joinPath(this.#extensionUri, 'media', 'icon.png');
    this.#open.set(panel, portfolio);
    const page = new PortfolioPage({
      webview: panel.webview,
      extensionUri: this.#extensionUri,
      mask: this.#mask,
      facts: this.#facts,
      asking: this.#asking,
      content: () => ({
        type: 'show',
        text: new TextEncoder().encode(portfolio.text),
        title: name,
        origin: 'service',
        sample: portfolio.sample,
        saved: false,
      }),
      onSave: () => void this.#save(portfolio, panel),
      onShowJson: () => void this.#json.show(name, portfolio.text),
      onExport: (request) => this.#onExport(sourceOf(portfolio), request),
    });
    page.show();
    panel.onDidDispose(() => {
      this.#open.delete(panel);
      page.dispose();
    });
  }

  /** All that are open. */
  get all(): readonly FreshPortfolio[] {
    return [...this.#open.values()];
  }

  /** The portfolio whose panel the person is in, to export it. */
  get inFront(): ExportSource | undefined {
    for (const [panel, portfolio] of this.#open) if (panel.active) return sourceOf(portfolio);
    return undefined;
  }

  /** Closes all, and forgets what is in them. */
  closeAll(): void {
    for (const panel of [...this.#open.keys()]) panel.dispose();
  }

  dispose(): void {
    this.closeAll();
  }

  async #save(portfolio: FreshPortfolio, panel: WebviewPanel): Promise<void> {
    const name = savedName(fileName(portfolio.pdf));
    const target = await window.showSaveDialog({
      defaultUri: Uri.joinPath(portfolio.pdf, '..', name),
      // Dialogs compare the last ending only, and would add a second `.cas.json`.
      filters: { [l10n.t('Portfolio (*.cas.json)')]: ['json'] },
      title: l10n.t('Save Portfolio'),
    });
    if (!target) return;
    const text = textToSave(portfolio.text, portfolio.sample);
    try {
      await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    } catch {
      void window.showErrorMessage(
        l10n.t(
          '{0} cannot be written; the portfolio stays open, save it elsewhere.',
          plainText(fileName(target)),
        ),
      );
      return;
    }
    const column = panel.viewColumn ?? ViewColumn.Active;
    panel.dispose();
    await commands.executeCommand('vscode.openWith', target, PORTFOLIO_EDITOR, column);
  }
}

function sourceOf({ text, pdf, sample }: FreshPortfolio): ExportSource {
  return { content: text, file: pdf, sample };
}
