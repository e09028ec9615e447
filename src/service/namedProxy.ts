import type { ProxyRules } from './proxyRules.ts';

/** A proxy, and the environment variable that names it; the settings do where there is none. */
export interface NamedProxy {
  readonly address: string;
  readonly variable?: string;
}

/** The proxies for requests to `http:` and `https:`, as the settings have them, and else the environment, in undici's order. */
export function namedProxies(
  { proxy }: Pick<ProxyRules, 'proxy'>,
  environment: NodeJS.ProcessEnv,
): { readonly http: NamedProxy | undefined; readonly https: NamedProxy | undefined } {
  if (proxy) return { http: { address: proxy }, https: { address: proxy } };
  const http = firstOf(['http_proxy', 'HTTP_PROXY'], environment);
  return { http, https: firstOf(['https_proxy', 'HTTPS_PROXY'], environment) ?? http };
}

export function isSocks({ address }: NamedProxy): boolean {
  return /^socks/i.test(address);
}

function firstOf(names: readonly string[], environment: NodeJS.ProcessEnv): NamedProxy | undefined {
  const variable = names.find((name) => environment[name] !== undefined);
  const address = variable === undefined ? undefined : environment[variable];
  return variable !== undefined && address ? { address, variable } : undefined;
}
