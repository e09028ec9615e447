import type { AppErrorKind } from '../../../src/service/appError.ts';

interface GatewayBody {
  /** The requirements that it shows. */
  readonly ids: string;
  readonly status: number;
  readonly body: {
    readonly error: string;
    readonly message: string;
    readonly code: number;
    readonly timestamp: string;
  };
  readonly kind: AppErrorKind;
  /** Renewed once and sent again, where that can help. */
  readonly replayed: boolean;
}

const timestamp = '2026-09-12T06:30:00Z';

function entry(
  ids: string,
  status: number,
  error: string,
  kind: AppErrorKind,
  replayed = false,
): GatewayBody {
  const body = { error, message: `In words: ${error}`, code: status, timestamp };
  return { ids, status, body, kind, replayed };
}

/** The documented errors of a gateway, in their documented shape. */
export const problemBodies: readonly GatewayBody[] = [
  entry('[S3-23] [S3-28]', 401, 'invalid_token', 'signInRefused'),
  entry('[S3-19] [S3-24]', 401, 'token_expired', 'signInExpired', true),
  entry('[S3-25]', 401, 'invalid_credentials', 'signInRefused'),
  entry('[S3-26]', 403, 'insufficient_scope', 'scopeMissing'),
  entry('[S3-27]', 429, 'rate_limit_exceeded', 'rateLimited'),
];
