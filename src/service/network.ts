import { createSecureContext, getCACertificates } from 'node:tls';
import type { Dispatcher, buildConnector } from 'undici';
import { Problem } from './problem.ts';
import { noProxyList, type ProxyRules } from './proxyRules.ts';
import { connectProblem, proxyProblem } from './transportProblem.ts';

const CONNECT_TIMEOUT_MS = 15_000;

type Undici = typeof import('undici');

/** The library, and the way to the network that is set now. */
export interface Network {
  readonly undici: Undici;
  readonly dispatcher: Dispatcher;
}

/** undici, loaded with the first request, and the way to the network that the user set in VS Code, for all requests alike. */
export function network(proxyRules: () => ProxyRules): () => Promise<Network> {
  let current: { rules: string; dispatcher: Dispatcher } | undefined;
  return async () => {
    const undici = await import('undici');
    const rules = proxyRules();
    const asText = JSON.stringify(rules);
    if (current?.rules !== asText) {
      void current?.dispatcher.close();
      current = { rules: asText, dispatcher: makeDispatcher(undici, rules) };
    }
    return { undici, dispatcher: current.dispatcher };
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
