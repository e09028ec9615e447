import type { AppErrorKind } from '../../../src/service/appError.ts';

/** A body that the service is documented or known to refuse with, and what it means to the user. */
export interface ErrorBody {
  readonly source: string;
  readonly http: number;
  readonly body: unknown;
  readonly kind: AppErrorKind;
  /** The words that are quoted; none where the body has none. */
  readonly says?: string;
  readonly mayBeBilled?: true;
}

const keyOrQuota =
  'Authentication failed: API quota exceeded or invalid API key. Please check your API key or quota limits.';

export const errorBodies: readonly ErrorBody[] = [
  {
    source: 'API reference, key missing',
    http: 401,
    body: {
      status: 'failed',
      msg: 'Authentication failed: API key is missing. Please provide a valid API key in the x-api-key header.',
    },
    kind: 'keyRefused',
    says: 'Authentication failed: API key is missing. Please provide a valid API key in the x-api-key header.',
  },
  {
    source: 'API reference, one sentence for key and quota',
    http: 403,
    body: { status: 'failed', msg: keyOrQuota },
    kind: 'refused',
    says: keyOrQuota,
  },
  {
    source: 'toolkit, the same with status "error"',
    http: 403,
    body: { status: 'error', msg: keyOrQuota },
    kind: 'refused',
    says: keyOrQuota,
  },
  {
    source: 'API reference, one sentence for file and password',
    http: 400,
    body: { status: 'failed', msg: 'Invalid PDF file or password.' },
    kind: 'passwordOrFileWrong',
    says: 'Invalid PDF file or password.',
  },
  {
    source: 'error-handling page, wrong password',
    http: 422,
    body: { status: 'failed', msg: 'Invalid password for PDF', code: 'INVALID_PASSWORD' },
    kind: 'passwordWrong',
    says: 'Invalid password for PDF',
  },
  {
    source: 'error-handling page, no credits',
    http: 402,
    body: { status: 'failed', msg: 'No credits remaining', code: 'INSUFFICIENT_CREDITS' },
    kind: 'creditsUsedUp',
    says: 'No credits remaining',
  },
  {
    source: 'error-handling page, too many requests',
    http: 429,
    body: { status: 'failed', msg: 'Too many requests', code: 'RATE_LIMITED' },
    kind: 'rateLimited',
    says: 'Too many requests',
  },
  {
    source: 'seen by clients, a failure under HTTP 200',
    http: 200,
    body: { status: 'failed', msg: 'Invalid password for PDF' },
    kind: 'passwordWrong',
    says: 'Invalid password for PDF',
  },
  {
    source: 'seen by clients, the edge refuses the size',
    http: 413,
    body: '<html><head><title>413 Request Entity Too Large</title></head><body></body></html>',
    kind: 'payloadTooLarge',
  },
  {
    source: 'API reference, access token at an account endpoint',
    http: 400,
    body: {
      detail: 'Access tokens cannot be used for credits API. Use your API key instead.',
    },
    kind: 'refused',
    says: 'Access tokens cannot be used for credits API. Use your API key instead.',
  },
  {
    source: 'API reference, inbox access revoked',
    http: 401,
    body: {
      status: 'error',
      msg: 'Email access revoked. Please reconnect.',
      requires_reconnect: true,
    },
    kind: 'keyRefused',
    says: 'Email access revoked. Please reconnect.',
  },
  {
    source: 'API reference, internal error',
    http: 500,
    body: { status: 'failed', msg: 'Internal server error' },
    kind: 'serviceDown',
    says: 'Internal server error',
    mayBeBilled: true,
  },
];
