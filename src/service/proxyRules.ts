import { loopbackHosts } from './address.ts';

/** What the user told VS Code about the way to the network (settings `http.*`). */
export interface ProxyRules {
  readonly support: 'off' | 'on' | 'override' | 'fallback';
  readonly proxy?: string | undefined;
  readonly noProxy: readonly string[];
  /** The whole value of the `Proxy-Authorization` header. */
  readonly authorization?: string | undefined;
  readonly strictSsl: boolean;
  readonly systemCertificates: boolean;
}

/**
 * Hosts reached without a proxy, in the form of the NO_PROXY variable.
 * Loopback never goes through one, as in VS Code's own requests.
 */
export function noProxyList(rules: ProxyRules, environment: NodeJS.ProcessEnv): string {
  const fromEnvironment = environment.no_proxy ?? environment.NO_PROXY ?? '';
  const hosts = rules.noProxy.length > 0 ? rules.noProxy : fromEnvironment.split(/[\s,]+/);
  return [...hosts, ...loopbackHosts].filter((host) => host !== '').join(',');
}
