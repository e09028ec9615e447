import type { HttpAnswer } from './http.ts';

/** The `Date` of an answer (RFC 9110, section 6.6.1), milliseconds since the epoch in whole seconds; `undefined` without a readable one. */
export function answerDate({ headers }: Pick<HttpAnswer, 'headers'>): number | undefined {
  const date = Date.parse(headers.date ?? '');
  return Number.isNaN(date) ? undefined : date;
}

/**
 * What the service's clock shows when it answers. A time that the service names means something against this clock only, since this
 * computer's may be wrong.
 * @param now this computer's clock, milliseconds since the epoch, for an answer without a readable date
 */
export function serverNow(answer: Pick<HttpAnswer, 'headers'>, now: number): number {
  return answerDate(answer) ?? now;
}

/** A time by the service's clock, as this computer's clock will show it. Milliseconds since the epoch, all of them. */
export function atOurClock(time: number, answer: Pick<HttpAnswer, 'headers'>, now: number): number {
  return now + time - serverNow(answer, now);
}
