import { type Disposable, Uri, ViewColumn, l10n, window } from 'vscode';
import type { CompareMessage, ComparedPortfolio } from './compareMessages.ts';
import type { Mask } from './mask.ts';
import { readPageMessage } from './pageMessage.ts';
import { pageWords } from './pageWords.ts';
import { pageHtml, pageRoots } from './pageHtml.ts';

/** Opens a panel that compares saved portfolios. They stay in memory until it is closed. */
export function showComparison(
  extensionUri: Uri,
  mask: Mask,
  portfolios: readonly ComparedPortfolio[],
): void {
  const panel = window.createWebviewPanel(
    'casParser.comparison',
    l10n.t('Compare Portfolios'),
    ViewColumn.Active,
  );
  const { webview } = panel;
  panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
  webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
  const show = () => {
    const message: CompareMessage = {
      type: 'compare',
      portfolios,
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
