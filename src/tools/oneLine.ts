/** A name that a statement prints is longer than that only by mistake, or to fill a model's context. */
const LONGEST_NAME = 120;

/** Text of a statement for a model: without line breaks and invisible characters, in which instructions hide best. */
export function oneLine(text: string): string {
  const plain = text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}
