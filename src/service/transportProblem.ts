import { AppError, type AppErrorKind } from './appError.ts';

/** What the network says when there is no way to the host. */
const noWay: Readonly<Record<string, AppErrorKind>> = {
  ENOTFOUND: 'nameNotFound',
  EAI_AGAIN: 'nameNotFound',
  EAI_NODATA: 'nameNotFound',
  ENETUNREACH: 'nameNotFound',
  ENETDOWN: 'nameNotFound',
  EHOSTUNREACH: 'nameNotFound',
  ECONNREFUSED: 'connectionRefused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_PRX_CONN: 'proxyRefused',
};

const tlsCode =
  /^(ERR_TLS_|ERR_SSL_|CERT_|EPROTO$|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|CRL_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** The proxy's own answer to CONNECT; undici tells its status in the message only. */
const proxyAnswer = /^Proxy response \((\d{3})\)/;

/** Names a failure while connecting to the service: not a byte of the request has left. */
export function connectProblem(error: unknown): AppError {
  if (error instanceof AppError) return error;
  for (const cause of causes(error)) {
    const code = codeOf(cause);
    const proxyStatus = proxyAnswer.exec(cause.message)?.[1];
    if (proxyStatus !== undefined)
      return new AppError('proxyRefused', { code: proxyStatus, mayBeBilled: false });
    if (code === undefined) continue;
    const kind = noWay[code] ?? (tlsCode.test(code) ? 'tlsRefused' : undefined);
    if (kind) return new AppError(kind, { code, mayBeBilled: false });
  }
  return new AppError('connectionLost', { code: firstCode(error), mayBeBilled: false });
}

/** Names a failure to reach the proxy, whatever it is: with the service's host it has nothing to do. */
export function proxyProblem(error: unknown, variable?: string): AppError {
  return new AppError('proxyRefused', {
    code: firstCode(error),
    ...(variable !== undefined && { variable }),
    mayBeBilled: false,
  });
}

/**
 * Names a failure of the network once connected: the service may have received the request.
 * @param answering whether the status line had arrived: then the answer was cut off, not missing
 */
export function transportProblem(error: unknown, answering: boolean): AppError {
  const code = firstCode(error);
  if (code === 'ETIMEDOUT') return new AppError('timeout', { code, mayBeBilled: true });
  return new AppError(answering ? 'answerCutOff' : 'connectionLost', { code, mayBeBilled: true });
}

function* causes(error: unknown): Generator<Error> {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    yield current;
    // Several addresses were tried (IPv6, then IPv4): the last one tells as much as any.
    if (current instanceof AggregateError) {
      const errors: unknown[] = current.errors;
      current = errors.at(-1);
    } else current = current.cause;
  }
}

function firstCode(error: unknown): string | undefined {
  return [...causes(error)].map(codeOf).find((code) => code !== undefined);
}

function codeOf(error: Error): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
