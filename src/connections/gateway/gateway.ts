import * as z from 'zod/mini';

/** A path below the gateway's address. It cannot lead to another host. */
const path = z.optional(z.string().check(z.regex(/^\/(?![/\\])[^?#\s\\]*$/)));

/**
 * A team's own gateway to CAS Parser, without any secret, so that it can stand in a workspace's settings. Only its
 * address and the way in are needed; the paths are those of the documentation unless the team has others.
 */
export const gateway = z.object({
  /** Base address; `https://`, or plain HTTP on this computer. */
  url: z.url(),
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  /** `none`: whoever reaches it may ask it, as the backends of CAS Parser's documentation have it. */
  signIn: z.enum(['key', 'oauth', 'login', 'none']),
  clientId: z.optional(z.string().check(z.minLength(1))),
  /** Whether the gateway gave this client a secret, which is asked for at the sign-in. */
  confidential: z.optional(z.boolean()),
  /** What an OAuth sign-in asks for. */
  scope: z.optional(z.string()),
  /** Port of the loopback redirect, for servers that want it registered; any free one when left out. */
  redirectPort: z.optional(z.int().check(z.gte(1024), z.lte(65535))),
  /** What a login calls the user: the documentation says `username`, the specification beside it `email`. */
  loginField: z.optional(z.enum(['username', 'email'])),
  /** Whether it hands out access tokens for CAS Parser, or takes the statements itself; found out when left out. */
  parse: z.optional(z.enum(['token', 'proxy'])),
  authorizePath: path,
  /** The page on which members consent, where it is on another host; the person is asked before it is opened. */
  authorizeUrl: z.optional(z.url()),
  oauthTokenPath: path,
  loginPath: path,
  /** Where a login is refreshed. No documentation says so: the OAuth token path is the only refresh there is. */
  refreshPath: path,
  verifyPath: path,
  accessTokenPath: path,
  /** How access tokens are asked for; found out when left out. */
  accessTokenMethod: z.optional(z.enum(['GET', 'POST'])),
  parsePath: path,
});

export type Gateway = z.infer<typeof gateway>;

export interface GatewayPaths {
  readonly authorize: string;
  readonly oauthToken: string;
  readonly login: string;
  readonly refresh: string;
  readonly verify: string;
  readonly accessToken: string;
  readonly accessTokenMethod: 'GET' | 'POST';
  readonly parse: string;
}

/** The paths of a gateway. */
export function pathsOf(of: Gateway): GatewayPaths {
  const oauthToken = of.oauthTokenPath ?? '/oauth/token';
  return {
    authorize: of.authorizePath ?? '/oauth/authorize',
    oauthToken,
    login: of.loginPath ?? '/v1/auth/login',
    refresh: of.refreshPath ?? oauthToken,
    verify: of.verifyPath ?? '/v1/auth/verify',
    accessToken: of.accessTokenPath ?? '/api/casparser/token',
    accessTokenMethod: of.accessTokenMethod ?? 'GET',
    parse: of.parsePath ?? '/api/parse',
  };
}

/** How a gateway's access tokens may be asked for, as one page of the documentation or another has it. */
export function accessTokenWays(
  of: Gateway,
): Pick<Gateway, 'accessTokenPath' | 'accessTokenMethod'>[] {
  const { accessTokenPath, accessTokenMethod } = of;
  if (accessTokenMethod !== undefined) return [{ accessTokenMethod }];
  return [
    {},
    { accessTokenMethod: 'POST' },
    ...(accessTokenPath === undefined
      ? [{ accessTokenPath: '/api/casparser-token', accessTokenMethod: 'POST' as const }]
      : []),
  ];
}

/** What stands in the place of a credential where none is asked for. */
export const NO_CREDENTIAL = 'none';

/** How requests to a gateway carry what it gave. */
export function presentedTo({ signIn }: Pick<Gateway, 'signIn'>): 'bearer' | 'nothing' {
  return signIn === 'none' ? 'nothing' : 'bearer';
}

/** What an OAuth sign-in asks for when nothing else is said. */
export const DEFAULT_SCOPE = 'read write';

/** Requests an hour by the way in, as documented. */
export function documentedPerHour({ signIn }: Pick<Gateway, 'signIn'>): number {
  return { key: 1000, oauth: 5000, login: 2000, none: 1000 }[signIn];
}

/** The id of the account at a gateway: signing in once more replaces it. */
export function gatewayId({ url, signIn }: Pick<Gateway, 'url' | 'signIn'>): string {
  const { origin, pathname } = new URL(url);
  return `gateway ${signIn} ${origin}${pathname.replace(/\/$/, '')}`;
}
