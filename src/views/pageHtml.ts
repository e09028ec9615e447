import { randomBytes } from 'node:crypto';
import { Uri, type Webview, env } from 'vscode';

/** The pages of `dist/webview`, each a script and a style sheet of its name; the script fills the element of that name. */
export type PageName = 'portfolio' | 'usage' | 'compare' | 'smartExtract';

/** The only folder a page may load from. */
export function pageRoots(extensionUri: Uri): Uri[] {
  return [Uri.joinPath(extensionUri, 'dist', 'webview')];
}

/**
 * A page without any data in it, which arrive as a message once the script is ready. It loads its own script and style sheet and
 * nothing else.
 * @param frameOrigin the only address that a frame in it may show, if there is one
 */
export function pageHtml(
  webview: Webview,
  extensionUri: Uri,
  name: PageName,
  frameOrigin?: string,
): string {
  const nonce = randomBytes(16).toString('base64url');
  const at = (file: string) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', file)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    // Neither falls back to the default.
    "base-uri 'none'",
    "form-action 'none'",
    ...(frameOrigin === undefined ? [] : [`frame-src ${frameOrigin}`]),
  ].join('; ');
  return `<!doctype html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${at(`${name}.css`)}">
</head>
<body>
<main id="${name}" aria-busy="true"></main>
<script nonce="${nonce}" src="${at(`${name}.js`)}"></script>
</body>
</html>`;
}
