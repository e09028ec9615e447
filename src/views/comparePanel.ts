import { type Disposable, Uri, ViewColumn, type WebviewPanel, l10n, window } from 'vscode';
import type { CompareMessage } from './compareMessages.ts';
import type { SavedStatement } from './familyPanel.ts';
import type { PrivacyMode } from './privacyMode.ts';
import { readPageMessage } from './pageMessage.ts';
import { pageWords } from './pageWords.ts';
import { pageHtml, pageRoots } from './pageHtml.ts';
import { COMPARISON_PANEL } from './panelTypes.ts';

interface ComparisonParts {
  readonly extensionUri: Uri;
  readonly mask: PrivacyMode;
}

/** Opens a panel that compares saved portfolios. They stay in memory until it is closed. */
export function showComparison(parts: ComparisonParts, saved: readonly SavedStatement[]): void {
  const title = l10n.t('Compare Portfolios');
  const panel = window.createWebviewPanel(COMPARISON_PANEL, title, ViewColumn.Active);
  fillComparison(parts, panel, saved);
}

/** The same in a panel that is there already. */
export function fillComparison(
  { extensionUri, mask }: ComparisonParts,
  panel: WebviewPanel,
  saved: readonly SavedStatement[],
): void {
  const { webview } = panel;
  panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
  webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
  const show = () => {
    const message: CompareMessage = {
      type: 'compare',
      portfolios: saved.map(({ title, text }) => ({ title, text })),
      files: saved.map(({ uri }) => uri.toString()),
      masked: mask.on,
      words: pageWords(),
    };
    void webview.postMessage(message);
  };
  const subscriptions: readonly Disposable[] = [
    webview.onDidReceiveMessage((message) => {
      const read = readPageMessage(message);
      if (read?.type === 'ready') show();
      else if (read?.type === 'toggleMask') mask.toggle();
    }),
    mask.onDidChange(show),
  ];
  panel.onDidDispose(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
  webview.html = pageHtml(webview, extensionUri, 'compare');
}
