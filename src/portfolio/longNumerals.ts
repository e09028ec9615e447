/** Where a numeral stands in a JSON text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/*
 * Every numeral that a double may not hold has one of these. The run is spelled out because V8 then skips through the text many
 * characters at a time; with `{16}` it looks at each one, and 10 MB take fifty milliseconds instead of three.
 */
const LONG_RUN = new RegExp('[\\d.]'.repeat(16), 'g');
const EXPONENT = /\d[eE][-+\d]/g;

/** All characters that a numeral of JSON may have, and the numerals among such tokens (RFC 8259, section 6). */
const TOKEN = /[-+.\deE]*/y;
const NUMERAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * Finds the numerals that a double may not hold, in order: those with more than 15 significant digits or with an exponent. What
 * looks like one inside a string is none. The time it takes grows with the length of the text only, whatever it holds.
 */
export function findLongNumerals(json: string): Span[] {
  const found: Span[] = [];
  const isInString = stringsOf(json);
  let searched = 0;
  for (const hit of hitsIn(json)) {
    if (hit < searched) continue;
    const start = startOfToken(json, hit);
    TOKEN.lastIndex = start;
    const token = TOKEN.exec(json)?.[0] ?? '';
    const end = start + token.length;
    searched = end;
    if (!NUMERAL.test(token) || fitsADouble(token)) continue;
    if (isDelimited(json, start, end) && !isInString(start)) found.push({ start, end });
  }
  return found;
}

function hitsIn(json: string): number[] {
  const runs = Array.from(json.matchAll(LONG_RUN), ({ index }) => index);
  const exponents = Array.from(json.matchAll(EXPONENT), ({ index }) => index);
  return [...runs, ...exponents].sort((one, other) => one - other);
}

function startOfToken(json: string, inside: number): number {
  let start = inside;
  while (start > 0 && /[-+.\deE]/.test(json.charAt(start - 1))) start -= 1;
  return start;
}

/** Whether a value may stand here. Nearly everything in a string fails this, which is quicker to see than that it is in one. */
function isDelimited(json: string, start: number, end: number): boolean {
  let before = start - 1;
  while (isSpace(json.charAt(before))) before -= 1;
  let after = end;
  while (isSpace(json.charAt(after))) after += 1;
  return /^[:,[]?$/.test(json.charAt(before)) && /^[,\]}]?$/.test(json.charAt(after));
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

/** Tells of one position after another, from left to right, whether it is inside a string. */
function stringsOf(json: string): (position: number) => boolean {
  let outside = 0;
  return (position) => {
    for (;;) {
      const opening = json.indexOf('"', outside);
      if (opening === -1 || opening > position) return false;
      const closing = endOfString(json, opening);
      if (closing > position) return true;
      outside = closing + 1;
    }
  };
}

/** Where the string that is opened at `opening` is closed: nowhere, if it is not. */
function endOfString(json: string, opening: number): number {
  let closing = json.indexOf('"', opening + 1);
  while (closing !== -1 && isEscaped(json, closing)) closing = json.indexOf('"', closing + 1);
  return closing === -1 ? Infinity : closing;
}

/** After an odd number of backslashes; an even number is escaped backslashes. */
function isEscaped(json: string, position: number): boolean {
  let backslashes = 0;
  while (json.charAt(position - backslashes - 1) === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function fitsADouble(numeral: string): boolean {
  const significant = numeral.replace(/^-?0*\.?0*|\./g, '');
  // The bound on the whole length keeps out numbers too near to zero for a double.
  return !/[eE]/.test(numeral) && significant.length <= 15 && numeral.length <= 40;
}
