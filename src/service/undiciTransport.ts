import { Readable } from 'node:stream';
import { createSecureContext, getCACertificates } from 'node:tls';
import type { Dispatcher, buildConnector } from 'undici';
import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import { encodeMultipart } from './multipart.ts';
import { Problem } from './problem.ts';
import { noProxyList, type ProxyRules } from './proxyRules.ts';
import { connectProblem, proxyProblem, transportProblem } from './transportProblem.ts';

/** No documented answer comes near this; a larger one is refused rather than held in memory. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 15_000;

type Undici = typeof import('undici');

/** HTTP over undici, loaded on the first request, on the way to the network that the user set in VS Code. */
export function undiciTransport(proxyRules: () => ProxyRules): SendHttp {
  let current: { rules: string; dispatcher: Dispatcher } | undefined;

  function dispatcherFor(undici: Undici, rules: ProxyRules): Dispatcher {
    const asText = JSON.stringify(rules);
    if (current?.rules !== asText) {
      void current?.dispatcher.close();
      current = { rules: asText, dispatcher: makeDispatcher(undici, rules) };
    }
    return current.dispatcher;
  }

  return async (request) => {
    const undici = await import('undici');
    return send(undici, dispatcherFor(undici, proxyRules()), request);
  };
}

/** @throws Problem `proxyRefused` for a proxy that this version cannot speak to */
function makeDispatcher(undici: Undici, rules: ProxyRules): Dispatcher {
  // A kept-alive connection may die between two requests, and then nobody can tell whether the second one was billed.
  // Without pipelining HTTP/1.1 has one request per connection; HTTP/2 never does, and undici re-sends on it by itself.
  const allowH2 = false;
  const tls = {
    // Made once: the certificates are hundreds, to be parsed for every connection otherwise.
    secureContext: createSecureContext({ ca: trustedCertificates(rules.systemCertificates) }),
    rejectUnauthorized: rules.strictSsl,
    timeout: CONNECT_TIMEOUT_MS,
    allowH2,
  };
  const toService = {
    allowH2,
    pipelining: 0,
    connect: undici.buildConnector(tls),
    factory: connections(undici, connectProblem),
  };
  if (rules.support === 'off') return new undici.Agent(toService);
  // undici would speak TLS to a SOCKS proxy, and the failure would read as the service's.
  if (rules.proxy?.startsWith('socks'))
    throw new Problem('proxyRefused', { code: 'SOCKS', mayBeBilled: false });
  try {
    return new undici.EnvHttpProxyAgent({
      ...toService,
      clientFactory: connections(undici, proxyProblem),
      requestTls: tls,
      proxyTls: tls,
      noProxy: noProxyList(rules, process.env),
      ...(rules.proxy ? { httpProxy: rules.proxy, httpsProxy: rules.proxy } : {}),
      ...(rules.authorization ? { token: rules.authorization } : {}),
    });
  } catch (error) {
    throw proxyProblem(error);
  }
}

/** Connections whose failure to come about is named there and then: later nobody can tell that nothing was sent. */
function connections(undici: Undici, problemOf: (error: Error) => Problem) {
  return (origin: string | URL, options: object): Dispatcher => {
    const { connect } = options as { connect: buildConnector.connector };
    return new undici.Pool(origin, {
      ...options,
      connect: (to, done) =>
        connect(to, (error, socket) => (error ? done(problemOf(error), null) : done(null, socket))),
    });
  };
}

/** Certificates of Node and NODE_EXTRA_CA_CERTS, and those the user installed in the operating system. */
function trustedCertificates(withSystem: boolean): string[] {
  const certificates = getCACertificates('default');
  return withSystem ? [...certificates, ...getCACertificates('system')] : certificates;
}

async function send(
  undici: Undici,
  dispatcher: Dispatcher,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const { headers, body } = encoded(request);
  let answering = false;
  try {
    const response = await undici.request(request.url, {
      dispatcher,
      method: request.method,
      headers,
      signal: AbortSignal.any([request.signal, deadline]),
      headersTimeout: 0,
      bodyTimeout: 0,
      body,
    });
    answering = true;
    return {
      status: response.statusCode,
      headers: singleValues(response.headers),
      text: await readText(response.body),
    };
  } catch (error) {
    if (request.signal.aborted) throw new Problem('cancelled', { mayBeBilled: true });
    if (deadline.aborted) throw new Problem('timeout', { mayBeBilled: true });
    throw error instanceof Problem ? error : transportProblem(error, answering);
  }
}

function encoded({ headers, body }: HttpRequest) {
  if (typeof body !== 'object') return { headers, body: body ?? null };
  const form = encodeMultipart(body);
  return { headers: { ...headers, ...form.headers }, body: Readable.from(form.chunks) };
}

async function readText(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new Problem('answerUnknown', { mayBeBilled: true });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function singleValues(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
