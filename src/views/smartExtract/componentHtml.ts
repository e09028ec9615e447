import { randomBytes } from 'node:crypto';
import { Uri, type Webview, env } from 'vscode';

/**
 * The page around the component: its own script and style sheets, and one frame.
 * @param frameOrigin the only address that the frame may show
 */
export function componentHtml(webview: Webview, extensionUri: Uri, frameOrigin: string): string {
  const nonce = randomBytes(16).toString('base64url');
  const at = (...path: string[]) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `frame-src ${frameOrigin}`,
  ].join('; ');
  return `<!doctype html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${at('media', 'portfolio.css')}">
<link rel="stylesheet" href="${at('media', 'smartExtract.css')}">
</head>
<body>
<main id="smartExtract" aria-busy="true"></main>
<script nonce="${nonce}" src="${at('dist', 'webview', 'smartExtract.js')}"></script>
</body>
</html>`;
}
