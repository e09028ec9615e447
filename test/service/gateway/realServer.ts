import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Provider } from 'oidc-provider';

export interface RealServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * A real OAuth 2.0 server (oidc-provider, certified for OpenID Connect) on loopback, for one public client that is
 * registered with a loopback redirect. Its own development pages ask for a login and for consent.
 */
export async function startRealServer(clientId: string): Promise<RealServer> {
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(origin, {
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
    issueRefreshToken: (_context, client) =>
      Promise.resolve(client.grantTypeAllowed('refresh_token')),
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
