import { json } from '../answer.ts';
import { Refusal } from '../refusals.ts';

/** The gateway's error shape: `{error, message, code, timestamp}`. */
export function gatewayError(status: number, error: string, message: string): Refusal {
  const timestamp = new Date().toISOString();
  return new Refusal(json(status, { error, message, code: status, timestamp }));
}
