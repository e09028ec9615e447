/** `INF` a fund, `INE` a company, `IN9` partly paid shares, `IN0` to `IN8` government. */
export const ISIN = 'IN[EF0-9][A-Z0-9]{8}[0-9]';

/**
 * Reads the ISIN that a text starts with, and says what follows it. Spaces and hyphens can fall into it where it wraps: fonts
 * draw a soft hyphen like any other.
 * A printed ISIN whose check digit is wrong is kept: the caller warns. Null when the text does not start with one.
 */
export function leadingIsin(text: string): { isin: string; rest: string } | null {
  const whole = new RegExp(`^(${ISIN})(?![A-Z0-9])`).exec(text);
  if (whole?.[1] !== undefined) return { isin: whole[1], rest: text.slice(12) };
  let isin = '';
  for (let index = 0; index < text.length && isin.length < 12; index += 1) {
    const character = text[index] ?? '';
    if (/[A-Z0-9]/.test(character)) isin += character;
    else if (!/[ -]/.test(character)) return null;
    if (isin.length === 12 && new RegExp(`^${ISIN}$`).test(isin)) {
      return { isin, rest: text.slice(index + 1) };
    }
  }
  return null;
}
