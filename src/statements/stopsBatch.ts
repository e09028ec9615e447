import { type AppError, isAppError } from '../service/appError.ts';

/** A problem with the account, the storage or the network: the next statement would meet it just the same. */
export function stopsBatch(problem: AppError): boolean {
  const { httpStatus = 0 } = problem.details;
  return (
    [401, 402, 403].includes(httpStatus) ||
    isAppError(
      problem,
      'addressInvalid',
      'addressMoved',
      'addressWrong',
      'keyMissing',
      'keyMalformed',
      'secretsLocked',
      'tokenInvalid',
      'keyRefused',
      'creditsUsedUp',
      'planLacksFeature',
      'rateLimited',
      'journalNotWritten',
      'circuitOpen',
      'tlsRefused',
      'proxyRefused',
    )
  );
}
