import { type SecureContext, createSecureContext, getCACertificates } from 'node:tls';
import type { Dispatcher, buildConnector } from 'undici';
import { hearingAnswer } from './brokenUpload.ts';
import { Problem } from './problem.ts';
import { noProxyList, type ProxyRules } from './proxyRules.ts';
import { connectProblem, proxyProblem } from './transportProblem.ts';

const CONNECT_TIMEOUT_MS = 15_000;

type Undici = typeof import('undici');

/** The library, and a way to the network for one request. */
export interface Network {
  readonly undici: Undici;
  /** To be destroyed when the request is over. */
  readonly dispatcher: Dispatcher;
}

/**
 * undici, loaded with the first request, and for each request a way of its own to the network, as the user set it in VS Code.
 *
 * No connection carries two requests: one that is kept may die between them, and then nobody can tell whether the second one was
 * billed. Servers are not told so (`Connection: close`): those that refuse an upload early would close at once, and their refusal
 * would be lost in the rest of the upload.
 */
export function network(proxyRules: () => ProxyRules): () => Promise<Network> {
  let trusted: { withSystem: boolean; secureContext: SecureContext } | undefined;
  return async () => {
    const undici = await import('undici');
    const rules = proxyRules();
    const withSystem = rules.systemCertificates;
    // Made once: the certificates are hundreds, to be parsed for every connection otherwise.
    if (trusted?.withSystem !== withSystem) {
      const secureContext = createSecureContext({ ca: trustedCertificates(withSystem) });
      trusted = { withSystem, secureContext };
    }
    return { undici, dispatcher: makeDispatcher(undici, rules, trusted.secureContext) };
  };
}

/** @throws Problem `proxyRefused` for a proxy that this version cannot speak to */
function makeDispatcher(
  undici: Undici,
  rules: ProxyRules,
  secureContext: SecureContext,
): Dispatcher {
  // HTTP/2 has several requests per connection, and undici re-sends on it by itself.
  const allowH2 = false;
  const tls = {
    secureContext,
    rejectUnauthorized: rules.strictSsl,
    timeout: CONNECT_TIMEOUT_MS,
    allowH2,
  };
  const toService = {
    allowH2,
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
        connect(to, (error, socket) =>
          error ? done(problemOf(error), null) : done(null, hearingAnswer(socket)),
        ),
    });
  };
}

/** Certificates of Node and NODE_EXTRA_CA_CERTS, and those the user installed in the operating system. */
function trustedCertificates(withSystem: boolean): string[] {
  const certificates = getCACertificates('default');
  return withSystem ? [...certificates, ...getCACertificates('system')] : certificates;
}
