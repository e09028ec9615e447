import type { Portfolio } from './model.ts';
import { LETTERS_AND_DIGITS, LONGEST_RUN, personalWords } from './personalWords.ts';
import { HIDDEN } from './displayFormatter.ts';

/**
 * What looks personal wherever it stands: an e-mail address, a PAN, a demat account of NSDL (IN and 14 digits) or CDSL (16 digits), an
 * Indian mobile number.
 */
const PATTERNS: readonly RegExp[] = [
  /[\w.+-]{1,64} ?(?:@|[([]at[)\]]) ?[\w-]{1,64}(?:\.[\w-]{1,64})+/giu,
  /(?<![a-z\d])[a-z]{5}[-_]?\d{4}[-_]?[a-z](?![a-z\d])/giu,
  /(?<![a-z\d])IN ?\d{6}[ -]?\d{8}(?!\d)/giu,
  /(?<!\d)(?:\d{8}[ -]?\d{8}|(?:\d{4}[ -]){3}\d{4})(?!\d)/gu,
  /(?<![\d,.])(?:\+?91[ -]?)?[6-9]\d{4}[ -]?\d{5}(?!\d)/gu,
];

/** Longer gaps stand between words that do not belong together. */
const LONGEST_GAP = 3;

/**
 * Takes everything personal of these portfolios out of a text, whatever its case, its width and what stands between its words, and
 * what looks personal besides. Only whole words are taken out: `1234` is not cut out of `12345`.
 */
export function personalSweeper(portfolios: readonly Portfolio[]): (text: string) => string {
  const known = allOf(portfolios.map(personalWords));
  let longest = 0;
  for (const { length } of known) longest = Math.max(longest, length);
  return (text) => {
    const { folded, placeOf } = fold(text);
    const found: Range[] = known.size > 0 ? knownIn(folded, known, longest) : [];
    for (const pattern of PATTERNS)
      for (const { 0: match, index } of folded.matchAll(pattern))
        found.push({ start: index, end: index + match.length });
    return hide(text, found, placeOf);
  };
}

function allOf(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [only = NONE] = sets;
  if (sets.length <= 1) return only;
  const all = new Set<string>();
  for (const set of sets) for (const word of set) all.add(word);
  return all;
}

const NONE: ReadonlySet<string> = new Set();

/** From one character to before another. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The longest runs of words that are personal when they are written as one; a word alone may be of any length. */
function knownIn(folded: string, known: ReadonlySet<string>, longest: number): Range[] {
  const words = [...folded.matchAll(LETTERS_AND_DIGITS)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
  const found: Range[] = [];
  const longestRun = Math.min(longest, LONGEST_RUN);
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (!first) break;
    let whole = '';
    let last = -1;
    for (let to = from; to < words.length; to++) {
      const word = words[to];
      const before = words[to - 1];
      if (!word || (to > from && before && !belongs(folded, before.end, word.start))) break;
      whole += word.word;
      if (whole.length > longestRun && to > from) break;
      if (known.has(whole) && !isPartOfFigure(folded, first.start, word.end)) last = to;
    }
    const end = words[last]?.end;
    if (end === undefined) continue;
    found.push({ start: first.start, end });
    from = last;
  }
  return found;
}

/** Whether two words can be parts of one name or number: `1,234.56` is a figure and no number of anything. */
function belongs(text: string, end: number, start: number): boolean {
  if (start - end > LONGEST_GAP) return false;
  const isFigure = /\d[.,]$/u.test(text.slice(end - 1, start)) && isDigit(text[start]);
  return !isFigure;
}

/** Whether digits go on before or after as those of an amount do. */
function isPartOfFigure(text: string, start: number, end: number): boolean {
  const before = isDigit(text[start - 2]) && isPoint(text[start - 1]) && isDigit(text[start]);
  return before || (isDigit(text[end - 1]) && isPoint(text[end]) && isDigit(text[end + 1]));
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\d/.test(character);
}

function isPoint(character: string | undefined): boolean {
  return character === '.' || character === ',';
}

/** A text with ordinary letters and without characters that nobody sees, and where each of its characters comes from. */
function fold(text: string): { folded: string; placeOf: (index: number) => number } {
  if (!/[^\x20-\x7e]/u.test(text)) return { folded: text, placeOf: (index) => index };
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = /\p{Cf}/u.test(character) ? '' : character.normalize('NFKC');
    folded += plain;
    while (places.length < folded.length) places.push(at);
    at += character.length;
  }
  return { folded, placeOf: (index) => places[index] ?? text.length };
}

function hide(text: string, found: Range[], placeOf: (index: number) => number): string {
  let hidden = '';
  let at = 0;
  let hiddenTo = -1;
  for (const { start, end } of found.sort((one, other) => one.start - other.start)) {
    if (end <= hiddenTo) continue;
    if (start >= hiddenTo) hidden += text.slice(at, placeOf(start)) + HIDDEN;
    hiddenTo = end;
    // Up to where the next character begins: what nobody sees at the end goes too.
    at = placeOf(end);
  }
  return hidden + text.slice(at);
}
