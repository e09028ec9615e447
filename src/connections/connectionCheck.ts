import type { Credits } from '../service/credits.ts';
import { parsesStatements } from '../service/parsingFeatures.ts';
import { type AppError, type AppErrorKind, isAppError } from '../service/appError.ts';

/** What is asked of a connection, one by one. */
export type CheckName = 'reachable' | 'key' | 'plan' | 'rateLimit' | 'credits';

export interface CheckAnswer {
  readonly name: CheckName;
  readonly verdict: 'good' | 'bad' | 'unknown';
  /** The problem that decided, where one did. */
  readonly problem?: AppError;
}

/**
 * What one call for the credits tells about a connection. What it cannot tell stays unknown.
 * @param asked its answer, or how it failed
 */
export function readChecks(asked: Credits | AppError): readonly CheckAnswer[] {
  return isAppError(asked) ? fromProblem(asked) : fromCredits(asked);
}

function fromCredits({ features, remaining }: Credits): readonly CheckAnswer[] {
  return [
    { name: 'reachable', verdict: 'good' },
    { name: 'key', verdict: 'good' },
    {
      name: 'plan',
      verdict: features === undefined ? 'unknown' : verdict(parsesStatements(features)),
    },
    { name: 'rateLimit', verdict: 'good' },
    {
      name: 'credits',
      // A parse costs one credit: a fraction of it is not enough.
      verdict: remaining === undefined ? 'unknown' : verdict(remaining === null || remaining >= 1),
    },
  ];
}

function fromProblem(problem: AppError): readonly CheckAnswer[] {
  const answered = problem.details.httpStatus !== undefined;
  const keyBad = isAppError(
    problem,
    'keyRefused',
    'keyMissing',
    'keyMalformed',
    'tokenInvalid',
    'signInExpired',
    'signInRefused',
  );
  const limited = isAppError(problem, 'rateLimited');
  const usedUp = isAppError(problem, 'creditsUsedUp');
  return [
    { name: 'reachable', verdict: wasThere(problem), problem },
    { name: 'key', verdict: keyBad ? 'bad' : 'unknown', problem },
    { name: 'plan', verdict: 'unknown' },
    {
      name: 'rateLimit',
      verdict: limited ? 'bad' : answered && (keyBad || usedUp) ? 'good' : 'unknown',
      problem,
    },
    { name: 'credits', verdict: usedUp ? 'bad' : 'unknown', problem },
  ];
}

/** What answers in HTML stands before the service, such as the sign-in page of a hotel. */
const outOfOrder: readonly AppErrorKind[] = [
  'serviceDown',
  'answerNotJson',
  'addressMoved',
  'addressWrong',
];
/** Nothing was sent, so nothing was learned. */
const unsent: readonly AppErrorKind[] = [
  'keyMissing',
  'keyMalformed',
  'secretsLocked',
  'rateLimited',
];

function wasThere({ kind, details }: AppError): CheckAnswer['verdict'] {
  if (details.httpStatus !== undefined) return verdict(!outOfOrder.includes(kind));
  return unsent.includes(kind) ? 'unknown' : 'bad';
}

function verdict(good: boolean): 'good' | 'bad' {
  return good ? 'good' : 'bad';
}
