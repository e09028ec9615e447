import type { GzippedJson, JsonText } from '../../views/messages.ts';

/** JSON as text, however it came. */
export async function unpackedJson(json: JsonText | GzippedJson): Promise<string> {
  if (typeof json === 'string' || json instanceof Uint8Array) return decodeJson(json);
  // Memory of a message is shared with nothing, as the types would have it.
  const packed = new Blob([json.gzip as Uint8Array<ArrayBuffer>]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
}

/** The same for JSON that is not compressed. */
export function decodeJson(json: JsonText): string {
  return typeof json === 'string' ? json : new TextDecoder().decode(json);
}
