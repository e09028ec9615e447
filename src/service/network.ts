import type { Socket } from 'node:net';
import { type SecureContext, createSecureContext, getCACertificates } from 'node:tls';
import type { Dispatcher, buildConnector } from 'undici';
import { hearingAnswer } from './brokenUpload.ts';
import { AppError } from './appError.ts';
import { type NamedProxy, isSocks, namedProxies } from './namedProxy.ts';
import { noProxyList, type ProxyRules } from './proxyRules.ts';
import { connectProblem, proxyProblem } from './transportProblem.ts';

const CONNECT_TIMEOUT_MS = 15_000;
/** A larger one is refused before it is held in memory. */
const MOST_BYTES_OF_MESSAGE = 4 * 1024 * 1024;

type Undici = typeof import('undici');

/** The library, and a way to the network for one request, to be closed when that is over. */
export interface Network {
  readonly undici: Undici;
  readonly dispatcher: Dispatcher;
  /** Ends all connections at once, also those that became another protocol's. */
  readonly close: () => void;
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
    const opened: Socket[] = [];
    const dispatcher = makeDispatcher(undici, rules, trusted.secureContext, opened);
    const close = () => {
      void dispatcher.destroy();
      for (const socket of opened) socket.destroy();
    };
    return { undici, dispatcher, close };
  };
}

/** @throws AppError `proxyRefused` for the address of a proxy that is none */
function makeDispatcher(
  undici: Undici,
  rules: ProxyRules,
  secureContext: SecureContext,
  opened: Socket[],
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
    factory: connections(undici, connectProblem, opened),
    webSocket: { maxPayloadSize: MOST_BYTES_OF_MESSAGE },
  };
  if (rules.support === 'off') return new undici.Agent(toService);
  const { http, https } = namedProxies(rules, process.env);
  try {
    return new undici.EnvHttpProxyAgent({
      ...toService,
      clientFactory: toProxies(undici, [https, http], opened),
      requestTls: tls,
      proxyTls: tls,
      noProxy: noProxyList(rules, process.env),
      // Named here in any case: the library would look for them by itself.
      httpProxy: addressFor(http),
      httpsProxy: addressFor(https),
      ...(rules.authorization ? { token: rules.authorization } : {}),
    });
  } catch (error) {
    throw proxyProblem(error, (https ?? http)?.variable);
  }
}

/** Stands for a SOCKS proxy where a proxy is chosen: what is excluded from it is reached all the same. Nobody has this name. */
const SOCKS = 'http://socks.invalid';

function addressFor(proxy: NamedProxy | undefined): string {
  if (!proxy) return '';
  return isSocks(proxy) ? SOCKS : proxy.address;
}

/**
 * Connections to proxies. A SOCKS proxy is not spoken to: undici's way through one is experimental, and opens connections of its own,
 * so that one which did not come about could not be told from an upload that was lost.
 */
function toProxies(undici: Undici, named: readonly (NamedProxy | undefined)[], opened: Socket[]) {
  return (origin: string | URL, options: object): Dispatcher => {
    const isThis = (proxy: NamedProxy | undefined) =>
      proxy !== undefined && URL.parse(addressFor(proxy))?.origin === new URL(origin).origin;
    const variable = named.find(isThis)?.variable;
    if (new URL(origin).origin !== SOCKS)
      return connections(undici, (error) => proxyProblem(error, variable), opened)(origin, options);
    const problem = new AppError('proxyRefused', { code: 'SOCKS', variable, mayBeBilled: false });
    return new undici.Pool(origin, {
      ...options,
      connect: (_to, done) => {
        done(problem, null);
      },
    });
  };
}

/** Connections whose failure to come about is named there and then: later nobody can tell that nothing was sent. */
function connections(undici: Undici, problemOf: (error: Error) => AppError, opened: Socket[]) {
  return (origin: string | URL, options: object): Dispatcher => {
    const { connect } = options as { connect: buildConnector.connector };
    return new undici.Pool(origin, {
      ...options,
      connect: (to, done) =>
        connect(to, (error, socket) => {
          if (error) {
            done(problemOf(error), null);
            return;
          }
          opened.push(socket);
          done(null, hearingAnswer(socket));
        }),
    });
  };
}

/** Certificates of Node and NODE_EXTRA_CA_CERTS, and those the user installed in the operating system. */
function trustedCertificates(withSystem: boolean): string[] {
  const certificates = getCACertificates('default');
  return withSystem ? [...certificates, ...getCACertificates('system')] : certificates;
}
