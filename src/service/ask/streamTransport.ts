import type { HttpAnswer, HttpRequest, SendHttp } from '../http.ts';
import { network } from '../network.ts';
import { Problem } from '../problem.ts';
import type { ProxyRules } from '../proxyRules.ts';

/** An answer of words never comes near this; a larger one is refused rather than held in memory. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** What an exchange over a WebSocket comes to when it could not be opened, so that nothing was sent (RFC 9110, 15.5.22). */
export const NOT_OPENED = 426;

export interface StreamParts {
  readonly proxyRules: () => ProxyRules;
  /**
   * Told each message as it comes.
   * @returns the answer, once a message ends it
   */
  readonly onMessage: (text: string) => HttpAnswer | undefined;
}

/**
 * Sends the body of a request as the first message of a WebSocket and waits for the message that ends the answer. A request like any
 * other to those who send it: limits, the log and cancelling are the same. The proxy and the certificates are those of all requests.
 */
export function streamTransport({ proxyRules, onMessage }: StreamParts): SendHttp {
  const open = network(proxyRules);
  return async (request) => {
    const { undici, dispatcher } = await open();
    const { headers, signal, timeoutMs } = request;
    if (signal.aborted) throw new Problem('cancelled', { mayBeBilled: false });
    const socket = new undici.WebSocket(webSocketAddress(request), {
      dispatcher,
      headers: { ...headers },
    });
    const deadline = AbortSignal.timeout(timeoutMs);
    let sent = false;
    let characters = 0;
    try {
      return await new Promise<HttpAnswer>((resolve, reject) => {
        const stop = (kind: 'cancelled' | 'timeout') => () =>
          reject(new Problem(kind, { mayBeBilled: sent }));
        signal.addEventListener('abort', stop('cancelled'), { once: true });
        deadline.addEventListener('abort', stop('timeout'), { once: true });
        socket.addEventListener('open', () => {
          sent = true;
          socket.send(typeof request.body === 'string' ? request.body : '');
        });
        socket.addEventListener('message', ({ data }: { data: unknown }) => {
          const text = typeof data === 'string' ? data : '';
          characters += text.length;
          if (characters > MOST_CHARACTERS)
            return reject(new Problem('answerUnknown', { mayBeBilled: true }));
          const answer = onMessage(text);
          if (answer) resolve(answer);
        });
        // What keeps a WebSocket from opening is not told: whoever wants to know asks over HTTP.
        const ended = () =>
          sent
            ? reject(new Problem('answerCutOff', { mayBeBilled: true }))
            : resolve({ status: NOT_OPENED, headers: {}, text: '' });
        socket.addEventListener('close', ended);
        socket.addEventListener('error', ended);
      });
    } finally {
      socket.close();
    }
  };
}

function webSocketAddress({ url }: HttpRequest): URL {
  const address = new URL(url);
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return address;
}
