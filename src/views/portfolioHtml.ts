import { randomBytes } from 'node:crypto';
import { Uri, type Webview, env } from 'vscode';

/** The only folders a page may load from. */
export function pageRoots(extensionUri: Uri): Uri[] {
  return [Uri.joinPath(extensionUri, 'dist', 'webview'), Uri.joinPath(extensionUri, 'media')];
}

/** The page without any data in it: the portfolio arrives as a message once the script is ready. */
export function portfolioHtml(webview: Webview, extensionUri: Uri): string {
  return pageHtml(webview, extensionUri, {
    name: 'portfolio',
    styles: [
      'portfolio',
      'ask',
      'allocation',
      'holdings',
      'transactions',
      'checks',
      'charts',
      'gains',
      'family',
    ],
  });
}

interface EmptyPage {
  /** Of its script in `dist/webview`, and of the element that the script fills. */
  readonly name: string;
  /** Its style sheets in `media`. */
  readonly styles: readonly string[];
}

/** A page that loads its own script and style sheets and nothing else. */
export function pageHtml(webview: Webview, extensionUri: Uri, { name, styles }: EmptyPage): string {
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', `${name}.js`));
  const links = styles.map((style) => {
    const sheet = webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', `${style}.css`));
    return `<link rel="stylesheet" href="${sheet.toString()}">`;
  });
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!doctype html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${links.join('\n')}
</head>
<body>
<main id="${name}" aria-busy="true"></main>
<script nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}
