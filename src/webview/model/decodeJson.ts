import type { JsonText } from '../../views/messages.ts';

/** JSON as text, however it came. */
export function decodeJson(json: JsonText): string {
  return typeof json === 'string' ? json : new TextDecoder().decode(json);
}
