import type { Uri, Webview } from 'vscode';
import { pageHtml } from './portfolioHtml.ts';

/** The usage page without any figures in it. It shares the portfolio's look and adds its own. */
export function usageHtml(webview: Webview, extensionUri: Uri): string {
  return pageHtml(webview, extensionUri, { name: 'usage', styles: ['portfolio', 'usage'] });
}
