import { createHmac } from 'node:crypto';

/**
 * Marks a request with the key that it was sent with: HMAC-SHA-256 of its id under the key, 32 hex digits. Whoever has the key can
 * tell whether it was this one; from the mark alone nobody learns the key, or which requests went with the same one.
 */
export function keyMark(key: string, requestId: string): string {
  return createHmac('sha256', key).update(requestId).digest('hex').slice(0, 32);
}
