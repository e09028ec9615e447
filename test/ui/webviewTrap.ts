import type { Frame, Page } from 'playwright-core';

const ALARM = 'casparser-alarm: ';

/** Catches whatever runs, asks or loads in the page of a webview and is not ours. */
export class WebviewTrap {
  readonly alarms: string[] = [];

  private constructor(page: Page) {
    page.on('console', (message) => {
      const text = message.text();
      if (text.startsWith(ALARM)) this.alarms.push(text.slice(ALARM.length));
    });
    page.on('request', (request) => {
      if (request.url().includes('evil.test')) this.alarms.push(`a request to ${request.url()}`);
    });
  }

  /** Arms the page that is in this frame, until it is loaded anew. */
  static async set(page: Page, frame: Frame): Promise<WebviewTrap> {
    const trap = new WebviewTrap(page);
    await frame.evaluate((prefix) => {
      const alarm = (what: string) => console.log(`${prefix}${what}`);
      // Not `eval`, which the driver of the browser needs: the page's policy forbids it, and the violation is heard.
      const names = ['alert', 'confirm', 'prompt', 'open', 'fetch'];
      for (const name of [...names, 'WebSocket', 'XMLHttpRequest', 'Worker'])
        Object.defineProperty(window, name, { value: () => alarm(name) });
      navigator.sendBeacon = () => {
        alarm('sendBeacon');
        return false;
      };
      window.addEventListener('error', ({ message }) => alarm(`an error: ${message}`));
      window.addEventListener('unhandledrejection', () => alarm('a rejection'));
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        alarm(`policy: ${violatedDirective}`),
      );
      // A script that the data brought would be ours to see before it runs or is refused.
      new MutationObserver(() => {
        if (document.querySelector('main script, main iframe, main img')) alarm('an element');
      }).observe(document, { childList: true, subtree: true });
    }, ALARM);
    return trap;
  }
}
