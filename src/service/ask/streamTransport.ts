import type { HttpAnswer, HttpRequest, SendHttp } from '../http.ts';
import { network } from '../network.ts';
import { AppError } from '../appError.ts';
import type { ProxyRules } from '../proxyRules.ts';
import { hearingRefusal } from './refusedUpgrade.ts';

/** An answer of words never comes near this; a larger one is refused rather than held in memory. */
const MOST = 4 * 1024 * 1024;

/** What an exchange over a WebSocket comes to when there is none, so that nothing was sent (RFC 9110, 15.5.22). */
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
    const { headers, signal, timeoutMs } = request;
    if (signal.aborted) throw new AppError('cancelled', { mayBeBilled: false });
    const { undici, dispatcher, close } = await open();
    const hearing = hearingRefusal(dispatcher);
    const socket = new undici.WebSocket(webSocketAddress(request), {
      dispatcher: hearing.dispatcher,
      headers: { ...headers },
    });
    const deadline = AbortSignal.timeout(timeoutMs);
    let sent = false;
    /** Characters, and bytes of what is no text. */
    let received = 0;
    try {
      return await new Promise<HttpAnswer>((resolve, reject) => {
        const stop = (kind: 'cancelled' | 'timeout') => () =>
          reject(new AppError(kind, { mayBeBilled: sent }));
        signal.addEventListener('abort', stop('cancelled'), { once: true });
        deadline.addEventListener('abort', stop('timeout'), { once: true });
        socket.addEventListener('open', () => {
          sent = true;
          socket.send(typeof request.body === 'string' ? request.body : '');
        });
        socket.addEventListener('message', ({ data }: { data: unknown }) => {
          // What was on its way when the person gave up.
          if (signal.aborted || deadline.aborted) return;
          const text = typeof data === 'string' ? data : '';
          received += data instanceof Blob ? data.size : text.length;
          if (received > MOST) {
            reject(new AppError('answerUnknown', { mayBeBilled: true }));
            return;
          }
          const answer = onMessage(text);
          if (answer) resolve(answer);
        });
        const ended = () =>
          sent
            ? reject(new AppError('answerCutOff', { mayBeBilled: true }))
            : resolve(notOpened(hearing.refusal()));
        socket.addEventListener('close', ended);
        socket.addEventListener('error', ended);
      });
    } finally {
      socket.close();
      // A server that goes on would keep the connection, and fill it.
      close();
    }
  };
}

/**
 * A key or a limit is refused to whoever asks, in whatever way; anything else says that there is no WebSocket here. So does 403, which is
 * what servers of the ASGI kind answer where they have none.
 */
function notOpened(refusal: HttpAnswer | undefined): HttpAnswer {
  const isFinal = refusal && [401, 402, 429].includes(refusal.status);
  return isFinal ? refusal : { status: NOT_OPENED, headers: {}, text: '' };
}

function webSocketAddress({ url }: HttpRequest): URL {
  const address = new URL(url);
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return address;
}
