/** Ledger refuses lines of 4 KB. */
const LONGEST = 200;

const STAND_INS: Readonly<Record<string, string>> = {
  ';': ',',
  '|': '/',
  '\\': '/',
  '"': "'",
  '[': '(',
  ']': ')',
};

/**
 * Text of a statement as hledger, Ledger and Beancount all take it in a description or a string: one line, without what begins a comment,
 * ends a string or a payee, or is read as a date or a code.
 */
export function journalText(text: string): string {
  const plain = text
    .slice(0, 4 * LONGEST)
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[;|\\"[\]]/g, (character) => STAND_INS[character] ?? '')
    .replace(/^[^\p{L}\p{N}]+|[\s*]+$/gu, '');
  const characters = Array.from(plain);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : plain;
}
