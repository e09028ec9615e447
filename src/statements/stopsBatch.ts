import { type Problem, isProblem } from '../service/problem.ts';

/** A problem with the account, the storage or the network: the next statement would meet it just the same. */
export function stopsBatch(problem: Problem): boolean {
  const { httpStatus = 0 } = problem.facts;
  return (
    [401, 402, 403].includes(httpStatus) ||
    isProblem(
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
      'serviceResting',
      'tlsRefused',
      'proxyRefused',
    )
  );
}
