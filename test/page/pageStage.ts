import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CompareMessage, ComparedPortfolio } from '../../src/views/compareMessages.ts';
import { root } from '../editor/cache.ts';
import { PATIENCE_MS } from '../patience.ts';
import { NOTHING_SAID } from '../../src/portfolio/facts/ownFacts.ts';
import type {
  FamilyStatement,
  HostMessage,
  PageMessage,
  ShowMessage,
} from '../../src/views/messages.ts';

export const themes = ['light', 'dark', 'hc-dark', 'hc-light'] as const;
export type Theme = (typeof themes)[number];

const ORIGIN = 'https://page.test';
export interface PageOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Which of the extension's pages. */
  readonly name?: 'portfolio' | 'compare';
}

/**
 * The portfolio page alone in a browser, with the editor's colours and its content security policy: much cheaper than a whole VS
 * Code. What depends on VS Code itself is tested there.
 */
export class PageStage {
  readonly page: Page;
  /** Whatever tried to run or to load that is not ours. */
  readonly alarms: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, options: PageOptions = {}): Promise<PageStage> {
    const { theme = 'dark', width = 1400, height = 900, name = 'portfolio' } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const stage = new PageStage(page);
    await page.exposeFunction('alarm', (text: string) => stage.alarms.push(text));
    page.on('pageerror', (error) => stage.alarms.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') stage.alarms.push(message.text());
    });
    const html = await emptyPage(theme, name);
    await page.route('**/*', async (route) => {
      const { pathname, origin } = new URL(route.request().url());
      if (origin !== ORIGIN) {
        stage.alarms.push(`a request to ${origin}`);
        return route.abort();
      }
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
      return route.fulfill({ path: join(root, pathname) });
    });
    await page.goto(`${ORIGIN}/`);
    return stage;
  }

  /** Shows a portfolio as the host would. */
  async show(text: string, more: Partial<ShowMessage> = {}): Promise<void> {
    await this.send(showMessage(text, more));
    await this.#hasShown();
  }

  /** Shows several statements as one portfolio, as the host would. */
  async showFamily(statements: readonly FamilyStatement[], masked = false): Promise<void> {
    await this.send({ type: 'family', statements, files: [], masked, words: {} });
    await this.#hasShown();
  }

  /** Compares portfolios, as the host would. */
  async compare(portfolios: readonly ComparedPortfolio[]): Promise<void> {
    await this.send({ type: 'compare', portfolios, files: [], masked: false, words: {} });
    await this.#hasShown();
  }

  async #hasShown(): Promise<void> {
    await this.page.locator('main[aria-busy]').waitFor({ state: 'detached' });
    await this.page.locator('main > *').first().waitFor();
  }

  async send(message: HostMessage | CompareMessage): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
  }

  /** What the page sent to its host. */
  async sent(): Promise<PageMessage[]> {
    return this.page.evaluate(() => (window as unknown as { sent: PageMessage[] }).sent);
  }

  /** The whole page, as it is when nothing is being worked out any more and every row has its height. */
  async picture(name: string): Promise<void> {
    const path = join(root, 'test-results', 'screenshots', `${name}.png`);
    await this.page.waitForFunction((waiting) => {
      const lines = [...document.querySelectorAll(waiting)];
      return !lines.some(({ textContent }) => textContent.trim().endsWith('…'));
    }, 'main :is(.nothing, .absent, .seal, td)');
    await this.#makeRoom();
    await this.page.evaluate(() => window.scrollTo(0, 0));
    await this.page.screenshot({ path, fullPage: true });
  }

  /** Rows are made for what is in sight only: the window gets as high as the page, which may make it higher still. */
  async #makeRoom(): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      const height = await this.page.evaluate(async () => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        await frame();
        await frame();
        const bottom = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;
        return Math.ceil(window.scrollY + bottom);
      });
      const size = this.page.viewportSize();
      if (!size || size.height === height) return;
      await this.page.setViewportSize({ width: size.width, height });
    }
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** What the host sends to show a portfolio. */
export function showMessage(
  text: ShowMessage['text'],
  more: Partial<ShowMessage> = {},
): ShowMessage {
  return {
    type: 'show',
    text,
    title: 'sample.cas.json',
    origin: 'file',
    sample: false,
    saved: true,
    facts: NOTHING_SAID,
    masked: false,
    words: {},
    ...more,
  };
}

/** The page as VS Code frames it: its theme on the root, its defaults for the body, our policy. */
async function emptyPage(theme: Theme, name: string): Promise<string> {
  const file = join(import.meta.dirname, 'themes', `${theme}.json`);
  const { classes, variables } = JSON.parse(await readFile(file, 'utf8')) as {
    classes: string[];
    variables: Record<string, string>;
  };
  const colours = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  const editor = `
    :root { ${colours.join('\n')} }
    body { margin: 0; background: var(--vscode-editor-background); color: var(--vscode-foreground);
      font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }`;
  const host = `
    window.sent = [];
    let state = JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined;
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.sent.push(structuredClone(message)),
      getState: () => state,
      setState: (next) => { state = structuredClone(next); sessionStorage.setItem('state', JSON.stringify(state)); },
    });
    for (const name of ['alert', 'confirm', 'prompt', 'open', 'fetch'])
      window[name] = () => window.alarm(name);
    document.addEventListener('securitypolicyviolation', (event) => window.alarm('policy: ' + event.violatedDirective));`;
  const policy = `default-src 'none'; script-src 'nonce-page'; style-src 'nonce-editor' ${ORIGIN}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Portfolio</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="editor">${editor}</style>
<link rel="stylesheet" href="/dist/webview/${name}.css">
</head>
<body class="${classes.join(' ')}">
<main id="${name}" aria-busy="true"></main>
<script nonce="page">${host}</script>
<script nonce="page" src="/dist/webview/${name}.js"></script>
</body>
</html>`;
}
