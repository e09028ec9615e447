import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Redirect, answersConsent } from './redirect.ts';

const CALLBACK = '/callback';
const DONE = '/done';
/** A browser that was sent to the last page has asked for it by then. */
const LAST_PAGE_MS = 5_000;

/** What the pages say; they are the only ones that this server has. */
export interface LoopbackWords {
  readonly done: string;
  readonly foreign: string;
}

/**
 * Listens on this computer for the browser to come back (RFC 8252, section 7.3), on 127.0.0.1 only.
 * @param port 0 for any free one
 * @throws Error when it cannot listen there
 */
export async function listenOnLoopback(port: number, words: LoopbackWords): Promise<Redirect> {
  const { promise: answered, resolve } = Promise.withResolvers<URL>();
  let expected: string | undefined;
  let sentOn = false;
  let closing = false;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
    const asked = URL.parse(url, origin);
    if (method !== 'GET' || !asked) page(response, 400, words.foreign);
    else if (asked.pathname === DONE) {
      page(response, 200, words.done);
      if (closing) server.close();
    } else if (asked.pathname !== CALLBACK || expected === undefined) page(response, 404, '');
    // Any page on this computer can send the browser here; it does not know the state.
    else if (!answersConsent(asked, expected)) page(response, 400, words.foreign);
    else {
      // Sent on at once, so that the code does not stay in the browser's history.
      response.writeHead(302, { location: DONE, ...headers }).end();
      sentOn = true;
      resolve(asked);
    }
  }

  return {
    uri: `${origin}${CALLBACK}`,
    expect: (state) => (expected = state),
    answered,
    close: () => {
      closing = true;
      // The browser is on its way to the page that says so.
      if (sentOn) setTimeout(() => server.close(), LAST_PAGE_MS).unref();
      else server.close();
      server.closeIdleConnections();
    },
  };
}

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'referrer-policy': 'no-referrer',
  connection: 'close',
};

function page(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
    .end(`<!doctype html><meta charset="utf-8"><title>CAS Parser</title><p>${escaped(text)}</p>`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
