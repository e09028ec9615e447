/** No program shows more of a note. */
const LONGEST = 200;

/** Text of a statement as one line without what is not seen. */
export function plainLine(text: string): string {
  const plain = text
    .slice(0, 4 * LONGEST)
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .trim();
  const characters = Array.from(plain);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : plain;
}
