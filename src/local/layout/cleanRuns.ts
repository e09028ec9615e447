import type { Run } from '../pdf/run.ts';
import { ISIN } from '../text/isin.ts';
import { gluedLetters } from './gluedLetters.ts';

/** Copies are drawn within this many points of the original: a column set twice, or a layer for screen readers. */
const COPY_WITHIN = 1.3;

/** Runs with clean characters, without those drawn twice, and with words whole that were drawn letter by letter. */
export function cleanRuns(runs: readonly Run[]): Run[] {
  const clean: Run[] = [];
  for (const run of runs) {
    const text = undoubled(cleanText(run.text));
    const last = clean.at(-1);
    if (text !== '') clean.push(text === run.text ? run : { ...run, text });
    else if (last && isHyphenBehind(last, run)) clean.splice(-1, 1, { ...last, right: run.right });
  }
  return gluedLetters(withoutCopies(clean)).map((run) => {
    const text = withWholeIsins(undoubled(run.text));
    return text === run.text ? run : { ...run, text };
  });
}

/** A soft hyphen that is drawn by itself takes room: it belongs to the letter before it, or the word would be cut there. */
function isHyphenBehind(last: Run, { text, left, right, y }: Run): boolean {
  if (!/^[\u00AD\uFFFE]+$/.test(text) || Math.abs(last.y - y) > COPY_WITHIN) return false;
  return Math.abs(left - last.right) <= (right - left) / 2;
}

/** What most runs are: there is nothing to clean. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Soft hyphens, joiners and U+FFFE draw nothing; every space is a plain one; dashes are plain ones. */
function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF\uFFFE\uFFFF\p{Cc}]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, (spaces) => (spaces.length > 1 ? '  ' : ' '))
    .trim();
}

const WHOLE_ISIN = new RegExp(`^${ISIN}$`);

/** Fonts draw a soft hyphen inside an ISIN like any other hyphen. What has an ISIN's shape without it is one, its check digit right or not. */
function withWholeIsins(text: string): string {
  if (!text.includes('-')) return text;
  return text.replace(/\bIN[A-Z0-9-]{10,13}(?![A-Z0-9])/g, (found) => {
    const whole = found.replaceAll('-', '');
    return WHOLE_ISIN.test(whole) ? whole : found;
  });
}

/**
 * Some bold text is printed by showing each letter twice: `BBOO IIDD`. Undoubled only where every word pairs up and the text cannot
 * be meant as it stands: `1122` units are 1122 units. In other text, such as a label that is drawn once, only long words are.
 */
export function undoubled(text: string): string {
  if (text === '::') return ':';
  if (!startsTwice(text)) return text.length < LONG ? text : text.replace(LONG_WORD, halved);
  const words = text.split(/ +/);
  if (!words.every(isDoubled)) return withoutDoubledWords(text);
  const letters = text.match(/([A-Za-z])\1/g)?.length ?? 0;
  const marks = /,,|\.\.|::|\/\//.test(text);
  if (letters < 2 && !(marks && /\d/.test(text))) return withoutDoubledWords(text);
  return withoutDoubledWords(words.map(halved).join(' '));
}

/** Whether a text's first letter is shown twice, which few are: all that follows takes longer to look at. */
function startsTwice(text: string): boolean {
  const [first, second] = text;
  return first === second;
}

/** As long as an account number of 8 characters that is shown twice: by chance, 1 of 100 million such words pairs up. */
const LONG = 16;
const LONG_WORD = new RegExp(String.raw`(?<![A-Z\d])[A-Z\d]{${LONG},}(?![A-Z\d])`, 'g');

/** A number that is shown twice can stand in bold text that is shown twice again. */
function withoutDoubledWords(text: string): string {
  const once = text.replace(LONG_WORD, halved);
  return once === text ? text : withoutDoubledWords(once);
}

function isDoubled(word: string): boolean {
  return word.length % 2 === 0 && /^(?:(.)\1)+$/u.test(word);
}

function halved(word: string): string {
  return isDoubled(word) ? word.replace(/(.)\1/gu, '$1') : word;
}

function withoutCopies(runs: readonly Run[]): Run[] {
  const kept = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = kept.get(run.text);
    if (!same) {
      kept.set(run.text, [run]);
      return true;
    }
    if (same.some((other) => isCopy(run, other))) return false;
    same.push(run);
    return true;
  });
}

function isCopy(one: Run, other: Run): boolean {
  // Two thin letters side by side are nearer to each other than some copies are to the original.
  const beside = Math.min(COPY_WITHIN, (one.right - one.left) / 2);
  return Math.abs(one.left - other.left) <= beside && Math.abs(one.y - other.y) <= COPY_WITHIN;
}
