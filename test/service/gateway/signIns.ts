import { createHash, createHmac, randomBytes } from 'node:crypto';

import { gatewayError } from './gatewayError.ts';

/** A credential that lets in. */
interface Issued {
  readonly scopes: readonly string[];
  /** ms since 1970; undefined for a key, which does not end. */
  expiresAt: number | undefined;
}

/** Where consent was given, until its code is traded. */
interface Code {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string | undefined;
  readonly scopes: readonly string[];
}

export const USER = { id: '12345', name: 'member', password: 'Correct-Horse-9' } as const;

const HOUR = 3_600_000;

/** Who is signed in to the gateway: keys, OAuth tokens, JWTs, and what renews them. */
export class SignIns {
  readonly #now: () => number;
  readonly #issued = new Map<string, Issued>();
  /** Refresh tokens and the scopes of what they renew. */
  readonly #refresh = new Map<string, readonly string[]>();
  readonly #codes = new Map<string, Code>();
  readonly #secret = randomBytes(16);
  /** The key of "Settings > API Keys". */
  readonly key = `gk_${randomBytes(16).toString('hex')}`;

  constructor(now: () => number) {
    this.#now = now;
    this.#issued.set(this.key, { scopes: ['read', 'write'], expiresAt: undefined });
  }

  /** @throws Refusal 401 as documented; 403 where the scope is not enough */
  require(authorization: string | undefined, scope: string | undefined): Issued {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    const issued = token === undefined ? undefined : this.#issued.get(token);
    if (!issued) throw gatewayError(401, 'invalid_token', 'The token is malformed or unknown');
    if (issued.expiresAt !== undefined && issued.expiresAt <= this.#now())
      throw gatewayError(401, 'token_expired', 'The access token has expired');
    if (scope !== undefined && !issued.scopes.includes(scope))
      throw gatewayError(403, 'insufficient_scope', `This needs the scope ${scope}`);
    return issued;
  }

  /** Ends every token now; keys stay. */
  expireAll(): void {
    for (const issued of this.#issued.values())
      if (issued.expiresAt !== undefined) issued.expiresAt = this.#now();
  }

  /** Forgets all credentials, keys included, and what renews them. */
  revokeAll(): void {
    this.#issued.clear();
    this.#refresh.clear();
  }

  consent(code: Code): string {
    const name = `code_${randomBytes(12).toString('hex')}`;
    this.#codes.set(name, code);
    return name;
  }

  /** Trades a code, once. @throws Refusal 400 `invalid_grant` */
  trade(given: {
    readonly code: string;
    readonly clientId: string;
    readonly redirectUri: string;
    readonly verifier: string | undefined;
  }): { access_token: string; refresh_token: string } {
    const code = this.#codes.get(given.code);
    this.#codes.delete(given.code);
    const challenge =
      given.verifier === undefined
        ? undefined
        : createHash('sha256').update(given.verifier).digest('base64url');
    if (
      code?.clientId !== given.clientId ||
      code.redirectUri !== given.redirectUri ||
      code.challenge !== challenge
    )
      throw gatewayError(400, 'invalid_grant', 'The code is not valid');
    return {
      access_token: this.#issue(`oat_${random()}`, code.scopes),
      refresh_token: this.#renewable(code.scopes),
    };
  }

  /** Logs a user in. @throws Refusal 401 `invalid_credentials` */
  logIn(user: string, password: string) {
    if (user !== USER.name || password !== USER.password)
      throw gatewayError(401, 'invalid_credentials', 'User name or password is wrong');
    const scopes = ['read', 'write'];
    const expiresAt = this.#now() + HOUR;
    return {
      token: this.#issue(this.#jwt(expiresAt), scopes),
      expires_at: new Date(expiresAt).toISOString(),
      refresh_token: this.#renewable(scopes),
    };
  }

  /** The refresh token stays good: it is not rotated. @throws Refusal 400 `invalid_grant` */
  renew(refreshToken: string): { access_token: string } {
    const scopes = this.#refresh.get(refreshToken);
    if (!scopes) throw gatewayError(400, 'invalid_grant', 'The refresh token is not valid');
    return { access_token: this.#issue(`oat_${random()}`, scopes) };
  }

  #issue(token: string, scopes: readonly string[]): string {
    this.#issued.set(token, { scopes, expiresAt: this.#now() + HOUR });
    return token;
  }

  #renewable(scopes: readonly string[]): string {
    const token = `ort_${random()}`;
    this.#refresh.set(token, scopes);
    return token;
  }

  /** A JWT with HS256, as the documentation shows one. */
  #jwt(expiresAt: number): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { sub: USER.id, exp: Math.floor(expiresAt / 1000), jti: random() };
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${createHmac('sha256', this.#secret).update(signed).digest('base64url')}`;
  }
}

function random(): string {
  return randomBytes(16).toString('hex');
}
