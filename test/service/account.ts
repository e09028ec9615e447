import { randomBytes } from 'node:crypto';

/** Whose key it is and what the plan allows. Mutable: a test takes credits or features away. */
export interface Account {
  readonly key: string;
  /** A second key of the same account, as there is while one is being replaced. */
  readonly newKey?: string;
  readonly email: string;
  /** Canned answers and no credits, whatever is sent. */
  readonly sandbox: boolean;
  /** Credits per billing period. */
  limit: number;
  used: number;
  unlimited: boolean;
  resets_at: string | null;
  features: string[];
  revoked: boolean;
  requestsPerMinute: number;
  /** Adds X-RateLimit-* to answers. Nobody documents them, so they are off. */
  rateLimitHeaders: boolean;
}

export interface Credits {
  limit: number;
  used: number;
  resets_at: string | null;
  unlimited?: boolean;
  features?: string[];
}

const allFeatures = [
  'smart_parser',
  'cams_kfintech_cas_parser',
  'cdsl_cas_parser',
  'nsdl_cas_parser',
  'contract_note_parser',
  'kfintech_cas_generator',
  'cdsl_cas_fetch',
  'inbox_pull',
  'inbox_connect',
  'inbox_disconnect',
  'inbox_status',
  'inbound_email',
];

/** The one account of a service; without `credits` it has 34 of 50 left until the next month. */
export function ordinaryAccount(credits: Credits | undefined, now: number): Account {
  const { limit, used, resets_at, unlimited, features } = credits ?? {
    limit: 50,
    used: 16,
    resets_at: startOfNextMonth(now),
  };
  return {
    key: randomKey(),
    newKey: randomKey(),
    email: 'sample.investor@example.com',
    sandbox: false,
    limit,
    used,
    unlimited: unlimited ?? false,
    resets_at,
    features: features ?? [...allFeatures],
    revoked: false,
    requestsPerMinute: 60,
    rateLimitHeaders: false,
  };
}

/** The documented public key: unlimited, ten requests a minute. */
export function sandboxAccount(): Account {
  return {
    key: 'sandbox-with-json-responses',
    email: 'sandbox@example.com',
    sandbox: true,
    limit: 0,
    used: 0,
    unlimited: true,
    resets_at: null,
    features: [...allFeatures],
    revoked: false,
    requestsPerMinute: 10,
    rateLimitHeaders: false,
  };
}

function randomKey(): string {
  return `sk_${randomBytes(16).toString('hex')}`;
}

function startOfNextMonth(now: number): string {
  const date = new Date(now);
  return inSeconds(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}

/** The service's way of writing a time: UTC, whole seconds. */
export function inSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
