import type { HttpAnswer } from './http.ts';

/** Ids that services give; anything else in that header is not one, and is neither shown nor logged. */
const REQUEST_ID = /^[\w.-]{1,100}$/;

/**
 * The `X-Request-ID` of an answer. It ends up in notifications, where other characters could make a link of it, and in the log.
 * @returns `undefined` where there is none or it is no id
 */
export function answeredRequestId({ headers }: Pick<HttpAnswer, 'headers'>): string | undefined {
  const id = headers['x-request-id'];
  return id !== undefined && REQUEST_ID.test(id) ? id : undefined;
}
