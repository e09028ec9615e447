import { json } from '../answer.ts';
import { Refusal } from '../refusals.ts';

/** How errors look: as the service's documentation says, or as its code answers. */
export type ErrorStyle = 'documented' | 'code';

/** `{"error":{"type","message"}}`, or `{"detail"}` as the code has it. */
export function askError(
  style: ErrorStyle,
  status: number,
  type: string,
  message: string,
): Refusal {
  return new Refusal(
    json(status, style === 'documented' ? { error: { type, message } } : { detail: message }),
  );
}

/** The code's framework refuses a request without the header before the key is looked at. */
export function missingHeader(style: ErrorStyle): Refusal {
  return style === 'documented'
    ? askError(style, 401, 'authentication_error', 'Missing Authorization header')
    : askError(style, 403, '', 'Not authenticated');
}

export function invalidKey(style: ErrorStyle): Refusal {
  return askError(style, 401, 'authentication_error', 'Invalid API key');
}
