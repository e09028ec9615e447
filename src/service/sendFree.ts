import type { Call } from './client.ts';
import type { AppErrorKind } from './appError.ts';
import { saysUnprocessed } from './refusal.ts';
import { resend } from './resend.ts';

const passing: readonly AppErrorKind[] = [
  'connectionRefused',
  'connectionLost',
  'answerCutOff',
  'timeout',
];

/**
 * How to send a request that costs nothing and changes nothing (credits, usage, the check of a token): also sent again
 * when nobody knows whether it was processed, because that does not matter.
 * @param onWait told the time of each further try, in milliseconds since the epoch
 */
export function sendFree(
  onWait: (until: number) => void = () => undefined,
): NonNullable<Call['through']> {
  return (send, timing) => (request) =>
    resend(send, request, {
      afterAnswer: (answer) => answer.status >= 500 || saysUnprocessed(answer),
      afterProblem: ({ kind }) => passing.includes(kind),
      onWait,
      timing,
    });
}
