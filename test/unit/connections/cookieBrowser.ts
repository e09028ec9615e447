/** A browser without pictures: it keeps cookies, follows redirects, and hands back where it was sent in the end. */
export class CookieBrowser {
  readonly #cookies = new Map<string, string>();

  /** Opens an address and follows redirects on the same host. */
  async open(address: string, form?: Record<string, string>): Promise<Page> {
    let url = new URL(address);
    let body = form && new URLSearchParams(form);
    for (let hops = 0; hops < 12; hops++) {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: {
          cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        ...(body && { method: 'POST', body }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        this.#cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) return { url, status: response.status, text: await response.text() };
      const next = new URL(location, url);
      body = undefined;
      if (next.host !== url.host) return { url: next, status: response.status, text: '' };
      url = next;
    }
    throw new Error('Sent around in circles.');
  }
}

export interface Page {
  /** Where it ended: on another host, it was not opened. */
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}
