import type { ProxyRules } from '../../../src/service/proxyRules.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { startConnectProxy } from '../../service/connectProxy.ts';
import type { ConnectProxy } from '../../service/connectProxy.ts';
import { withoutProxyVariables } from './environment.ts';
import { clientOf, defaultRules } from './extensionClient.ts';
import type { ExtensionClient } from './extensionClient.ts';
import { knowNoNames } from './names.ts';
import type { KnownNames } from './names.ts';
import { selfSigned } from './tlsFiles.ts';

/** The host name of the service in these tests. */
export const host = 'casparser.test';

/** A service over TLS, a proxy that leads to it, and a machine without names and proxy variables. */
export class ProxyStage {
  service!: CasParserService;
  proxy!: ConnectProxy;
  known!: KnownNames;

  /** A client for an address with a name that this process does not know and the proxy does. */
  clientOfUnknown(rules: () => ProxyRules, port = ''): ExtensionClient {
    return clientOf({ origin: `https://${host}${port}`, key: this.service.key }, rules);
  }

  /** A client for the service's own address, with a name that this process knows. */
  clientOfKnown(rules: () => ProxyRules): ExtensionClient {
    this.known.names.add(host);
    const origin = this.service.origin.replace('127.0.0.1', host);
    return clientOf({ origin, key: this.service.key }, rules);
  }

  /** What the proxy was asked for. */
  asked(): string[] {
    return this.proxy.calls.map((call) => call.asked);
  }
}

/** Settings that take the stand-in's certificate: that it counts behind a proxy too is for tls.test.ts. */
export function lax(given: Partial<ProxyRules>): () => ProxyRules {
  return () => ({ ...defaultRules, strictSsl: false, ...given });
}

/** Sets the stage for the tests of a `describe`, and clears it after each. */
export function proxyStage(): ProxyStage {
  const stage = new ProxyStage();
  let restoreVariables: () => void;
  before(async () => {
    stage.service = await startCasParserService({ tls: selfSigned });
    stage.proxy = await startConnectProxy(() => Number(new URL(stage.service.origin).port));
  });
  after(async () => {
    await stage.proxy.close();
    await stage.service.close();
  });
  beforeEach(() => {
    stage.service.misbehave({ on: 'parse', body: { meta: {} } });
    restoreVariables = withoutProxyVariables();
    stage.known = knowNoNames();
  });
  afterEach(() => {
    stage.known.restore();
    restoreVariables();
    stage.proxy.refuse = undefined;
    stage.proxy.calls.length = 0;
    stage.service.behave();
    stage.service.requests.length = 0;
  });
  return stage;
}
