import { html } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { json } from '../answer.ts';
import type { Call } from '../call.ts';
import { gatewayError } from './gatewayError.ts';
import type { SignIns } from './signIns.ts';

export const CLIENT_ID = 'casparser-vscode';

export interface OAuthRules {
  /** Where the browser may be sent to: the addresses that are registered for the client. */
  redirects: RegExp;
  /** Known to the client where it is no public one. */
  clientSecret: string | undefined;
  /** The body that the token endpoint takes; the documentation shows JSON. */
  body: 'json' | 'form';
  /** What the login calls itself when it sends the browser back (RFC 9207); left out where it does not say. */
  issuer: string | undefined;
  /** Scopes that a consent gives at the most. */
  scopes: readonly string[];
}

/** GET /oauth/authorize: the page that asks for consent. What comes back from it is at `decide`. */
export function consentPage({ url }: Call, rules: OAuthRules): Answer {
  const refused = whyRefused(url.searchParams, rules);
  if (refused !== undefined) return html(400, `<h1>Sign-in refused</h1><p>${refused}</p>`);
  const scopes = escaped(url.searchParams.get('scope') ?? '');
  return html(
    200,
    `<!doctype html><title>Team gateway</title>
<h1>Team gateway</h1><p>${CLIENT_ID} asks for: ${scopes}</p>
<form method="post"><button name="decision" value="approve">Approve</button>
<button name="decision" value="deny">Deny</button></form>`,
  );
}

/** POST /oauth/authorize: the page's buttons. */
export function decide(call: Call, rules: OAuthRules, signIns: SignIns): Answer {
  const { searchParams: asked } = call.url;
  if (whyRefused(asked, rules) !== undefined) return consentPage(call, rules);
  const back = new URL(asked.get('redirect_uri') ?? '');
  const approved = new URLSearchParams(call.body.toString('utf8')).get('decision') === 'approve';
  if (approved) {
    const wanted = (asked.get('scope') ?? '').split(' ');
    const code = signIns.consent({
      clientId: asked.get('client_id') ?? '',
      redirectUri: asked.get('redirect_uri') ?? '',
      challenge: asked.get('code_challenge') ?? undefined,
      scopes: wanted.filter((scope) => rules.scopes.includes(scope)),
    });
    back.searchParams.set('code', code);
  } else {
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', 'The member said no');
  }
  const state = asked.get('state');
  if (state !== null) back.searchParams.set('state', state);
  if (rules.issuer !== undefined) back.searchParams.set('iss', rules.issuer);
  return { status: 302, headers: { Location: back.href }, body: '', credits: 0 };
}

/** POST /oauth/token. @throws Refusal */
export function tokens(call: Call, rules: OAuthRules, signIns: SignIns): Answer {
  const given = readBody(call, rules);
  if (given.grant_type === 'refresh_token') {
    const isLogin = given.client_id === undefined;
    if (!isLogin) requireClient(given, rules);
    return json(200, signIns.renew(given.refresh_token ?? ''));
  }
  if (given.grant_type !== 'authorization_code')
    throw gatewayError(400, 'unsupported_grant_type', 'Not a grant type of this gateway');
  requireClient(given, rules);
  return json(
    200,
    signIns.trade({
      code: given.code ?? '',
      clientId: given.client_id ?? '',
      redirectUri: given.redirect_uri ?? '',
      verifier: given.code_verifier,
    }),
  );
}

function requireClient(given: Record<string, string>, { clientSecret }: OAuthRules): void {
  if (given.client_id !== CLIENT_ID || given.client_secret !== clientSecret)
    throw gatewayError(401, 'invalid_client', 'The client is not known');
}

function readBody({ body, contentType }: Call, rules: OAuthRules): Record<string, string> {
  const text = body.toString('utf8');
  const isJson = contentType.startsWith('application/json');
  if (isJson !== (rules.body === 'json'))
    throw gatewayError(400, 'bad_request', `The body has to be ${rules.body}`);
  return isJson
    ? (JSON.parse(text) as Record<string, string>)
    : Object.fromEntries(new URLSearchParams(text));
}

function whyRefused(asked: URLSearchParams, { redirects }: OAuthRules): string | undefined {
  if (asked.get('client_id') !== CLIENT_ID) return 'The client is not known.';
  if (!redirects.test(asked.get('redirect_uri') ?? ''))
    return 'The address to come back to is not registered.';
  return asked.get('response_type') === 'code' ? undefined : 'Only response_type=code is known.';
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
