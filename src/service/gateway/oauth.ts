import * as oauth from 'oauth4webapi';
import type { CallService } from '../client.ts';
import { parseJson } from '../json.ts';
import { misplacedKind } from '../misplaced.ts';
import { AppError, isAppError } from '../appError.ts';
import { answerFacts } from '../refusal.ts';
import { sendWhenSafe } from '../sendWhenSafe.ts';
import { tellableWords } from '../withoutSecrets.ts';
import { tokenResponse } from './tokenAnswer.ts';

/** Who asks for tokens, and where. */
export interface OAuthClient {
  readonly call: CallService;
  /** The gateway's address. */
  readonly base: URL;
  /** The page on which the person consents, perhaps on another host: nothing is sent there but the browser. */
  readonly consentPage: URL;
  /** Path below the gateway's address. */
  readonly tokenPath: string;
  readonly clientId: string;
  /** Where the client is no public one (RFC 6749, section 2.1). */
  readonly clientSecret?: string | undefined;
  /** The body that the token endpoint takes, once that is known. */
  readonly tokenBody?: TokenBody | undefined;
}

/** RFC 6749 says a form; the gateway's documentation says JSON. */
export type TokenBody = 'form' | 'json';

export interface OAuthGrant {
  readonly token: string;
  /** `undefined` where the old one stays good, or there is none. */
  readonly refreshToken: string | undefined;
  /** Seconds. */
  readonly lives: number;
  readonly tokenBody: TokenBody;
}

/** What a request for consent and the redirect that answers it have to agree on (RFC 7636; RFC 6749, section 10.12). */
export interface Consent {
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** The documentation says that access tokens end after an hour, and its answers do not say so. */
const DEFAULT_LIFE_S = 3600;
const TIMEOUT_MS = 10_000;

/** The page on which the person consents, with a fresh `state` and a fresh PKCE verifier. */
export async function askConsent(
  { consentPage, clientId }: OAuthClient,
  scope: string,
  redirectUri: string,
): Promise<Consent> {
  const state = oauth.generateRandomState();
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(consentPage);
  const asked = Object.entries({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    // Without it, a scope for staying signed in may be left out (OpenID Connect Core 1.0, section 11).
    ...(scope.split(' ').includes('offline_access') ? { prompt: 'consent' } : {}),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  // What the page's own address says of these is no part of this request.
  for (const [name, value] of asked) url.searchParams.set(name, value);
  // The editor encodes an address once more when it opens it, and would make a plus of a plus.
  url.search = url.search.replaceAll('+', '%20');
  return { url: url.href, state, verifier, redirectUri };
}

/**
 * Trades the code of a redirect for tokens.
 * @param answered the address that the browser was sent to
 * @throws AppError `signInForeign` for a redirect with another `state`, `signInDenied`, or what the exchange fails with
 */
export async function redeemCode(
  client: OAuthClient,
  { state, verifier, redirectUri }: Consent,
  answered: URL,
  signal: AbortSignal,
): Promise<OAuthGrant> {
  const parameters = readRedirect(client, answered, state);
  return withEitherBody(client, async (tokenBody) => {
    const { as, id, authentication, options } = speaking(client, tokenBody, signal);
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      id,
      authentication,
      parameters,
      redirectUri,
      verifier,
      options,
    );
    return oauth.processAuthorizationCodeResponse(as, id, response);
  });
}

/** @throws AppError `signInExpired` when the refresh token is not accepted any more, or what the request fails with */
export async function refreshOAuth(
  client: OAuthClient,
  refreshToken: string,
  signal: AbortSignal,
): Promise<OAuthGrant> {
  return withEitherBody(client, async (tokenBody) => {
    const { as, id, authentication, options } = speaking(client, tokenBody, signal);
    const response = await oauth.refreshTokenGrantRequest(
      as,
      id,
      authentication,
      refreshToken,
      options,
    );
    return oauth.processRefreshTokenResponse(as, id, response);
  });
}

function readRedirect(client: OAuthClient, answered: URL, state: string): URLSearchParams {
  const { as, id } = identities(client);
  const issuer = answered.searchParams.get('iss') ?? as.issuer;
  try {
    // What a login calls itself below its origin is its own affair; another origin is another login (RFC 9207, section 2.4).
    const isKnown = [client.base.origin, client.consentPage.origin].includes(
      URL.parse(issuer)?.origin ?? '',
    );
    return oauth.validateAuthResponse(isKnown ? { ...as, issuer } : as, id, answered, state);
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError)
      throw new AppError('signInDenied', {
        code: error.error.slice(0, 60),
        serviceSays: tellableWords(error.error_description ?? error.error, []),
        mayBeBilled: false,
      });
    throw new AppError('signInForeign', { mayBeBilled: false });
  }
}

/**
 * Asks with one body, and with the other where the first may not have been understood. While nobody knows which one a server takes, any
 * refusal may come from a body that it did not read: few servers say so.
 */
async function withEitherBody(
  { tokenBody }: OAuthClient,
  ask: (tokenBody: TokenBody) => Promise<oauth.TokenEndpointResponse>,
): Promise<OAuthGrant> {
  const first = tokenBody ?? 'form';
  let refused: unknown;
  try {
    return asGrant(await ask(first), first);
  } catch (error) {
    const mayBeBody =
      tokenBody === undefined ? isRefusal(error) : statusOf(error) !== 500 && mayNotTakeBody(error);
    if (!mayBeBody) throw named(error);
    refused = error;
  }
  const other = first === 'form' ? 'json' : 'form';
  try {
    return asGrant(await ask(other), other);
  } catch (error) {
    // Of two refusals, the one of the body that was understood.
    throw named(mayNotTakeBody(error) ? refused : error);
  }
}

function asGrant(answer: oauth.TokenEndpointResponse, tokenBody: TokenBody): OAuthGrant {
  return {
    token: answer.access_token,
    refreshToken: answer.refresh_token,
    lives: answer.expires_in ?? DEFAULT_LIFE_S,
    tokenBody,
  };
}

/** Refused, or failed at what was sent: 500 is what many servers make of a body that they did not read. */
function isRefusal(error: unknown): boolean {
  const status = statusOf(error) ?? 0;
  return status === 500 || (status >= 400 && status < 500 && status !== 429);
}

const aboutBody = ['invalid_request', 'unsupported_grant_type', 'bad_request'];

function mayNotTakeBody(error: unknown): boolean {
  const status = statusOf(error);
  if (status === 415 || status === 500) return true;
  if (status !== 400 && status !== 422) return false;
  return !(error instanceof oauth.ResponseBodyError) || aboutBody.includes(error.error);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof oauth.ResponseBodyError) return error.status;
  if (!(error instanceof oauth.OperationProcessingError)) return undefined;
  return error.cause instanceof Response ? error.cause.status : undefined;
}

/** What the exchange of tokens failed with, as the person is told it. */
function named(error: unknown): unknown {
  if (isAppError(error)) return error;
  if (error instanceof oauth.ResponseBodyError) {
    const facts = {
      httpStatus: error.status,
      code: error.error.slice(0, 60),
      serviceSays: tellableWords(error.error_description ?? error.error, []),
      mayBeBilled: false,
    };
    if (error.error === 'invalid_scope') return new AppError('scopeMissing', facts);
    // A code or refresh token that is not good (any more): only the person can get another one.
    return new AppError(error.error === 'invalid_grant' ? 'signInExpired' : 'signInRefused', facts);
  }
  const httpStatus = statusOf(error);
  if (httpStatus !== undefined)
    return new AppError(httpStatus >= 500 ? 'serviceDown' : 'signInRefused', {
      httpStatus,
      mayBeBilled: false,
    });
  return error instanceof oauth.OperationProcessingError
    ? new AppError('answerUnknown', { mayBeBilled: false })
    : error;
}

function identities({ base, consentPage, tokenPath, clientId }: OAuthClient) {
  const as: oauth.AuthorizationServer = {
    issuer: base.origin,
    authorization_endpoint: consentPage.href,
    token_endpoint: below(base, tokenPath),
  };
  return { as, id: { client_id: clientId } satisfies oauth.Client };
}

function speaking(client: OAuthClient, tokenBody: TokenBody, signal: AbortSignal) {
  const { call, tokenPath, clientSecret } = client;
  const send = async (_url: string, sent: { readonly body: unknown }): Promise<Response> => {
    const form = sent.body instanceof URLSearchParams ? sent.body : new URLSearchParams();
    const answer = await call({
      method: 'POST',
      path: tokenPath,
      headers: {
        'content-type':
          tokenBody === 'form' ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      body: tokenBody === 'form' ? form.toString() : JSON.stringify(Object.fromEntries(form)),
      timeoutMs: TIMEOUT_MS,
      signal,
      // A code may be used once only.
      through: (http, timing) => (request) => sendWhenSafe(http, request, () => undefined, timing),
    });
    const misplaced = misplacedKind(answer, parseJson(answer.text));
    // A page with 400 may be how it refuses a body.
    if (misplaced && answer.status !== 400)
      throw new AppError(misplaced, { ...answerFacts(answer), mayBeBilled: false });
    return tokenResponse(answer);
  };
  return {
    ...identities(client),
    authentication:
      clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(clientSecret),
    options: {
      [oauth.customFetch]: send,
      // Where the address is checked, plain HTTP passes for this computer only.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      [oauth.allowInsecureRequests]: client.base.protocol === 'http:',
      signal,
    },
  };
}

function below(base: URL, path: string): string {
  return `${base.origin}${base.pathname.replace(/\/$/, '')}${path}`;
}
