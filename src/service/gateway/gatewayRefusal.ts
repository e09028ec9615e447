import type { HttpAnswer } from '../http.ts';
import { AppError, type AppErrorKind } from '../appError.ts';
import { answerFacts, refusal } from '../refusal.ts';
import { gatewayProblem } from '../schemas.ts';
import { tellableWords } from '../withoutSecrets.ts';

/** The codes of the gateway's `error`, and the status that each comes with. */
const byCode: Readonly<Record<string, readonly [number, AppErrorKind]>> = {
  token_expired: [401, 'signInExpired'],
  invalid_token: [401, 'signInRefused'],
  invalid_credentials: [401, 'signInRefused'],
  insufficient_scope: [403, 'scopeMissing'],
  rate_limit_exceeded: [429, 'rateLimited'],
};

/**
 * Names what a gateway refuses, or `undefined` when it refuses nothing. Its own codes come first; whatever else it
 * passes on from CAS Parser is read as from there.
 * @param secrets what the request held and the gateway's words may not repeat
 */
export function gatewayRefusal(
  answer: HttpAnswer,
  body: unknown,
  secrets: readonly (string | undefined)[],
): AppError | undefined {
  const { error, message } = gatewayProblem.safeParse(body).data ?? {};
  const known = error === undefined ? undefined : byCode[error];
  // One that says 401 and no more has no better way to say that a token has ended.
  const kind =
    known?.[0] === answer.status
      ? known[1]
      : answer.status === 401
        ? 'signInExpired'
        : answer.status === 403 && body === undefined
          ? 'signInRefused'
          : undefined;
  if (!kind) return refusal(answer, body, secrets);
  return new AppError(kind, {
    ...answerFacts(answer),
    serviceSays: message == null ? undefined : tellableWords(message, secrets),
    mayBeBilled: false,
  });
}
