import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { until } from '../../patience.ts';
import { send } from './client.ts';

const token = 'b'.repeat(64);

describe('stand-in: approval page', () => {
  let service: CasParserService;
  beforeEach(async () => {
    service = await startCasParserService();
  });
  afterEach(() => service.close());

  const load = (query: string) => send(service, `/agent-auth?${query}`, { method: 'GET' });
  const poll = () => send(service, `/v1/agent-auth/token/${token}`, { method: 'GET' });

  it('names the program that asks, escaped, with a button for each choice', async () => {
    const name = encodeURIComponent('<b>VS & "Code"</b>');
    const { status, headers, text } = await load(`token=${token}&client_name=${name}`);
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    assert.ok(text.includes('&#60;b&#62;VS &#38; &#34;Code&#34;&#60;/b&#62;'));
    assert.ok(!text.includes('<b>'));
    assert.match(text, /<button[^>]*>Approve<\/button>/);
    assert.match(text, /<button[^>]*>Decline<\/button>/);
  });

  it('approves when asked to, also under a path prefix, and says so', async () => {
    const page = await openPage('/proxy/8787');
    page.click('approve');
    await until(() => page.outcome() !== '');
    assert.equal(page.outcome(), 'Approved. You can close this page and go back to VS Code.');
    assert.equal(((await poll()).json as { api_key: string }).api_key, service.key);
  });

  it('approves nothing when declined, and says so', async () => {
    const page = await openPage('');
    page.click('decline');
    assert.match(page.outcome(), /^Declined\./);
    assert.deepEqual((await poll()).json, { status: 'pending' });
    assert.ok(service.requests.every(({ method }) => method === 'GET'));
  });

  it('says why when the service refuses the approval', async () => {
    service.approve(token);
    const page = await openPage('');
    page.click('approve');
    await until(() => page.outcome() !== '');
    assert.match(page.outcome(), /^Not approved: Token already approved/);
  });

  it('refuses a link without a usable token', async () => {
    for (const query of ['client_name=VS%20Code', 'token=short']) {
      const { status, text } = await load(query);
      assert.equal(status, 400);
      assert.doesNotMatch(text, /<button/);
    }
  });

  /** Runs the page's script with only as much of a browser as it uses, behind a proxy's prefix. */
  async function openPage(prefix: string) {
    const address = new URL(
      `${service.origin}${prefix}/agent-auth?token=${token}&client_name=VS%20Code`,
    );
    const { text } = await load(address.searchParams.toString());
    const elements = {
      approve: new PageElement(),
      decline: new PageElement(),
      choice: new PageElement(),
      outcome: new PageElement(),
    };
    const throughProxy = (path: string, init: RequestInit) => {
      const { pathname } = new URL(path, address);
      assert.ok(pathname.startsWith(`${prefix}/v1/`), 'stays under the prefix');
      return fetch(service.origin + pathname.slice(prefix.length), init);
    };
    const script = /<script>(.*)<\/script>/s.exec(text)?.[1] ?? '';
    const browser = {
      document: { getElementById: (id: keyof typeof elements) => elements[id] },
      location: address,
      URLSearchParams,
      fetch: throughProxy,
    };
    runInContext(script, createContext(browser));
    return {
      click: (id: keyof typeof elements) => elements[id].click(),
      outcome: () => elements.outcome.textContent,
    };
  }
});

/** As much of an HTML element as the page's script uses. */
class PageElement {
  hidden = false;
  focused = false;
  textContent = '';
  #listener: (() => void) | undefined;

  addEventListener(_type: string, listener: () => void): void {
    this.#listener = listener;
  }

  focus(): void {
    this.focused = true;
  }

  click(): void {
    this.#listener?.();
  }
}
