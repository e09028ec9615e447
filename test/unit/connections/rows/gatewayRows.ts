import type { Account } from '../../../../src/connections/account.ts';
import { consentPageOf } from '../../../../src/connections/gateway/consentPage.ts';
import { type Gateway, pathsOf } from '../../../../src/connections/gateway/gateway.ts';
import { askConsent, redeemCode } from '../../../../src/service/gateway/oauth.ts';
import type { OAuthClient } from '../../../../src/service/gateway/oauth.ts';
import { logIn } from '../../../../src/service/gateway/login.ts';
import { CLIENT_ID } from '../../../service/gateway/oauth.ts';
import { USER } from '../../../service/gateway/signIns.ts';
import { never } from '../../http/extensionClient.ts';
import { consentInBrowser } from './consentInBrowser.ts';
import { GatewayStage } from './gatewayStage.ts';
import { type SystemRow, row } from './systemRow.ts';

type SignIn = SystemRow<GatewayStage>['signIn'];

const gatewayAt = (stage: GatewayStage, more: Pick<Gateway, 'signIn'> & Partial<Gateway>) => ({
  url: stage.gateway.origin,
  ...more,
});

const byKey: SignIn = async (stage, wrong) => {
  const token = wrong ? 'gk_unknown' : stage.gateway.signIns.key;
  const gateway = gatewayAt(stage, { signIn: 'key' });
  return (await stage.keep({ gateway, grant: { token } })).account;
};

const byEnvironment: SignIn = async (stage, wrong) => {
  stage.environment.API_KEY = wrong ? 'gk_unknown' : stage.gateway.signIns.key;
  const gateway = gatewayAt(stage, { signIn: 'key' });
  const signIn = { gateway, grant: { token: stage.environment.API_KEY }, variable: 'API_KEY' };
  return (await stage.keep(signIn)).account;
};

const byLogin: SignIn = async (stage, wrong) => {
  const gateway = gatewayAt(stage, { signIn: 'login' });
  const password = wrong ? 'not-the-password' : USER.password;
  const { token, refreshToken, expiresAt } = await logIn(
    stage.callAt(gateway),
    pathsOf(gateway).login,
    { field: 'username', user: USER.name, password },
    { signal: never(), now: stage.timing.now },
  );
  const grant = {
    token,
    ...(refreshToken && { refreshToken }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  return (await stage.keep({ gateway, grant })).account;
};

/** As `src/commands/gateway/browserConsent.ts` does, with a loopback redirect and a browser that says yes. */
export async function oauthSignIn(
  stage: GatewayStage,
  more: Partial<Gateway> & { clientSecret?: string } = {},
): Promise<Account> {
  const { clientSecret, ...settings } = more;
  const gateway = gatewayAt(stage, { signIn: 'oauth', clientId: CLIENT_ID, ...settings });
  const client: OAuthClient = {
    call: stage.callAt(gateway),
    base: new URL(gateway.url),
    consentPage: consentPageOf(gateway),
    tokenPath: pathsOf(gateway).oauthToken,
    clientId: CLIENT_ID,
    clientSecret,
  };
  const { consent, answered } = await consentInBrowser((redirectUri) =>
    askConsent(client, gateway.scope ?? 'read write', redirectUri),
  );
  const granted = await redeemCode(client, consent, answered, never());
  const grant = {
    token: granted.token,
    tokenBody: granted.tokenBody,
    expiresAt: stage.timing.now() + granted.lives * 1000,
    ...(granted.refreshToken !== undefined && { refreshToken: granted.refreshToken }),
    ...(clientSecret !== undefined && { clientSecret }),
  };
  return (await stage.keep({ gateway, grant })).account;
}

const byOAuth: SignIn = (stage, wrong) =>
  oauthSignIn(stage, wrong ? { clientSecret: 'not-the-secret' } : {});

const handsOut = {
  open: () => GatewayStage.open(),
  verify: ({ gateways }: GatewayStage, account: Account) =>
    gateways.verify(account, { signal: never() }),
  act: (stage: GatewayStage, account: Account) => stage.parse(account),
  wrongAs: 'signInRefused',
  spoiltAs: 'signInRefused',
  spoil: (stage: GatewayStage) => {
    // What was handed out before ends, too: it is what lets in that is wrong.
    stage.serviceAhead += 61 * 60_000;
    stage.gateway.signIns.revokeAll();
  },
  acting: 'POST /v4/smart/parse',
  limit: ({ gateway }: GatewayStage, seconds: number) =>
    gateway.replace({
      status: 429,
      times: 1,
      headers: { 'Retry-After': String(seconds) },
      body: { error: 'rate_limit_exceeded', message: 'Too many requests', code: 429 },
    }),
} as const;

/** The gateway takes the statements itself. */
const proxies = {
  ...handsOut,
  open: async () => {
    const stage = await GatewayStage.open();
    stage.gateway.offers.tokens = false;
    return stage;
  },
  acting: 'POST /api/parse',
};

const endTokens = (stage: GatewayStage) => {
  stage.serviceAhead += 61 * 60_000;
  stage.gateway.signIns.expireAll();
};
/** The access token that was handed out ends; the key does not. */
const tokenEnds = { expire: endTokens, renewing: 'GET /api/casparser/token' };
const signInEnds = { expire: endTokens, renewing: 'POST /oauth/token' };

const key = {
  signIn: byKey,
  ids: { 1: ['S3-4'], 2: ['S3-2', 'S3-29'], 3: ['S0-16'], 4: ['S3-25'] },
} as const;
const environment = { signIn: byEnvironment, ids: { 1: ['S3-3'] } } as const;
const oauth = {
  signIn: byOAuth,
  ids: {
    1: ['S3-8', 'S3-9', 'S3-11', 'S3-12'],
    2: ['S3-13'],
    5: ['S3-15', 'S3-24'],
    6: ['S3-27'],
  },
  ...signInEnds,
} as const;
const login = {
  signIn: byLogin,
  ids: { 1: ['S3-16', 'S3-17'], 2: ['S3-18', 'S3-30'], 5: ['S3-19'], 8: ['S3-20'] },
  ...signInEnds,
} as const;

/** R7, R8 and R9: a team's gateway, with each way in and each way to parse. */
export const gatewayRows: readonly SystemRow[] = [
  row({
    ...handsOut,
    ...key,
    ...tokenEnds,
    name: 'R7, a gateway’s key, handing out tokens',
  }),
  row({
    ...proxies,
    ...key,
    ids: { 3: ['S0-21'] },
    name: 'R7, a gateway’s key, taking statements',
  }),
  row({ ...proxies, ...environment, name: 'R7, a gateway’s key in the environment' }),
  row({ ...handsOut, ...oauth, name: 'R8, OAuth at a gateway, handing out tokens' }),
  row({ ...proxies, ...oauth, name: 'R8, OAuth at a gateway, taking statements' }),
  row({ ...handsOut, ...login, name: 'R9, a login at a gateway, handing out tokens' }),
  row({ ...proxies, ...login, name: 'R9, a login at a gateway, taking statements' }),
];
