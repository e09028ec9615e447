import type { HttpAnswer } from './http.ts';

/**
 * What the service's clock shows: the `Date` of its answer (RFC 9110, section 6.6.1), in whole seconds. A time that
 * the service names means something against this clock only, since this computer's may be wrong.
 * @param now this computer's clock, milliseconds since the epoch, for an answer without a readable date
 */
export function serverNow({ headers }: Pick<HttpAnswer, 'headers'>, now: number): number {
  const date = Date.parse(headers.date ?? '');
  return Number.isNaN(date) ? now : date;
}

/** A time by the service's clock, as this computer's clock will show it. Milliseconds since the epoch, all of them. */
export function atOurClock(time: number, answer: Pick<HttpAnswer, 'headers'>, now: number): number {
  return now + time - serverNow(answer, now);
}
