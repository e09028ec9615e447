import type { HttpAnswer } from './http.ts';

/** There is nothing for us there, whatever is sent. */
const NOTHING_THERE = [404, 405, 410, 421];

/**
 * Tells an answer that does not come from the system that was meant: sending again never helps, another address does.
 * @param body parsed; `undefined` for what is no JSON
 */
export function misplacedKind(
  { status, text }: HttpAnswer,
  body: unknown,
): 'addressMoved' | 'addressWrong' | undefined {
  if (status >= 300 && status < 400 && status !== 304) return 'addressMoved';
  if (body !== undefined) return undefined;
  // A page with 400 is how servers answer to plain HTTP on a port for TLS.
  const isPage = status === 400 && /<html/i.test(text);
  return isPage || NOTHING_THERE.includes(status) ? 'addressWrong' : undefined;
}

/** The origin that a redirect leads to: what is behind it may hold secrets of the sign-in page there. */
export function movedTo({ status, headers }: HttpAnswer): string | undefined {
  if (status < 300 || status >= 400) return undefined;
  const url = URL.parse(headers.location ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
