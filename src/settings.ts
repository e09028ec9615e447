import { workspace } from 'vscode';
import { checkedAddress } from './service/address.ts';
import type { ProxyRules } from './service/proxyRules.ts';
import type { Engine } from './statements/engineWish.ts';
import { type Hiding, isHiding } from './tools/hiding.ts';

/** Base of the CAS Parser API. @throws AppError `addressInvalid` */
export function apiBaseUrl(): URL {
  return checkedAddress(casParser().get('apiBaseUrl', 'https://api.casparser.in'));
}

/** Base of the dashboard, where a sign-in is approved. @throws AppError `addressInvalid` */
export function appBaseUrl(): URL {
  return checkedAddress(casParser().get('appBaseUrl', 'https://app.casparser.in'));
}

/** Base of SmartExtract's API. @throws AppError `addressInvalid` */
export function smartExtractApi(): URL {
  return checkedAddress(casParser().get('smartExtractApiUrl', 'https://api.clik.ai'));
}

/** Address of SmartExtract's component, with `{app}` and `{token}` to be filled in. */
export function smartExtractComponent(): string {
  return casParser().get('smartExtractComponentUrl', 'https://app.clik.ai/{app}?token={token}');
}

/** The host as the person should see it in a sentence. */
export function serviceHost(): string {
  try {
    return apiBaseUrl().host;
  } catch {
    return 'CAS Parser';
  }
}

/** How long to wait for the answer to an uploaded statement, in seconds. */
export function parseTimeoutSeconds(): number {
  const seconds = casParser().get<unknown>('parseTimeout');
  return typeof seconds === 'number' ? Math.min(600, Math.max(5, seconds)) : 60;
}

/** Where statements are parsed: by the service, or on this computer with nothing uploaded. */
export function engine(): Engine {
  return casParser().get<unknown>('engine') === 'local' ? 'local' : 'cloud';
}

/** Whether parsed statements are kept on this computer, encrypted. */
export function keepsStatements(): boolean {
  return casParser().get('keepStatements', true);
}

/** Whether statements are parsed with short-lived access tokens, so that the key stays at rest. */
export function parsesWithAccessToken(): boolean {
  return casParser().get('parseWithAccessToken', false);
}

/** What models are not told about parsed statements, in the chat and over MCP. */
export function hiddenFromModels(): Hiding {
  const hiding = casParser().get<unknown>('hideFromModels');
  return isHiding(hiding) ? hiding : 'identity';
}

/** The way to the network that the user set for VS Code as a whole. */
export function proxyRules(): ProxyRules {
  const http = workspace.getConfiguration('http');
  const proxy = http.get<string>('proxy');
  return {
    support: http.get<ProxyRules['support']>('proxySupport', 'override'),
    proxy,
    noProxy: http.get<string[]>('noProxy', []),
    authorization: http.get<string | null>('proxyAuthorization') ?? undefined,
    strictSsl: http.get('proxyStrictSSL', true),
    systemCertificates: http.get('systemCertificates', true),
  };
}

function casParser() {
  return workspace.getConfiguration('casParser');
}
