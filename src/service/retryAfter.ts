/** The error-handling page says to wait 60 seconds after a 429 that does not say how long. */
export const DEFAULT_WAIT_MS = 60_000;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3): seconds, or an HTTP date.
 * @param now milliseconds since the epoch, by the clock of whoever sent the header
 * @returns whole seconds, at least 0; `undefined` when the header is missing or makes no sense
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header));
  // Date.parse would read "-5" as a day in May.
  const date = /^\s*[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
