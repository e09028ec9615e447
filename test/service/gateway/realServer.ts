import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Provider } from 'oidc-provider';

export interface RealServer {
  readonly origin: string;
  close(): Promise<void>;
}

export interface RealServerOptions {
  /** What its issuer has behind the origin, such as `/sso`. */
  readonly below?: string;
  /** Whether everybody gets a refresh token, or only who asked for `offline_access`, as OpenID Connect has it. */
  readonly refreshTokens?: 'always' | 'asked';
}

/**
 * A real OAuth 2.0 server (oidc-provider, certified for OpenID Connect) on loopback, for one public client that is
 * registered with a loopback redirect. Its own development pages ask for a login and for consent.
 */
export async function startRealServer(
  clientId: string,
  { below = '', refreshTokens = 'always' }: RealServerOptions = {},
): Promise<RealServer> {
  const path = below.replace(/\/$/, '');
  const server = createServer((request, response) => {
    const { url = '' } = request;
    // What a router that it is mounted in would do.
    if (url.startsWith(path))
      Object.assign(request, { originalUrl: url, url: url.slice(path.length) });
    void listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(`${origin}${below}`, {
    clients: [
      {
        client_id: clientId,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/callback'],
      },
    ],
    scopes: ['read', 'write', 'offline_access', 'openid'],
    routes: { authorization: '/oauth/authorize', token: '/oauth/token' },
    pkce: { required: () => true },
    ...(refreshTokens === 'always' && {
      issueRefreshToken: (_context, client) =>
        Promise.resolve(client.grantTypeAllowed('refresh_token')),
    }),
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    cookies: { keys: ['invented'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 3600, RefreshToken: 3600 },
  });
  const listener = provider.callback();
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
