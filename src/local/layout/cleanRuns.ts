import type { Run } from '../pdf/run.ts';
import { isinIsValid } from '../text/isin.ts';

/** Copies are drawn within this many points of the original: a column set twice, or a layer for screen readers. */
const COPY_WITHIN = 1.3;
/** Glyphs of one word leave less than this part of the font size between them. */
const SAME_WORD = 0.08;

/** Runs with clean characters, without those drawn twice, and with words whole that were drawn letter by letter. */
export function cleanRuns(runs: readonly Run[]): Run[] {
  const clean: Run[] = [];
  for (const run of runs) {
    const text = withWholeIsins(undoubled(cleanText(run.text)));
    if (text !== '') clean.push(text === run.text ? run : { ...run, text });
  }
  return glued(withoutCopies(clean)).map((run) => {
    const text = undoubled(run.text);
    return text === run.text ? run : { ...run, text };
  });
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

/** Fonts draw a soft hyphen inside an ISIN like any other hyphen. */
function withWholeIsins(text: string): string {
  if (!text.includes('-')) return text;
  return text.replace(/\bIN[A-Z0-9-]{10,13}(?![A-Z0-9])/g, (found) => {
    const whole = found.replaceAll('-', '');
    return isinIsValid(whole) ? whole : found;
  });
}

/**
 * Some bold text is printed by showing each letter twice: `BBOO IIDD`. Undoubled only when every word pairs up and the text
 * cannot be meant as it stands: `1122` units are 1122 units.
 */
export function undoubled(text: string): string {
  if (text === '::') return ':';
  const words = text.split(/ +/);
  if (!words.every((word) => word.length % 2 === 0 && /^(?:(.)\1)+$/u.test(word))) return text;
  const letters = text.match(/([A-Za-z])\1/g)?.length ?? 0;
  const marks = /,,|\.\.|::|\/\//.test(text);
  if (letters < 2 && !(marks && /\d/.test(text)) && !/^\d{20,}$/.test(text)) return text;
  return words.map((word) => word.replace(/(.)\1/gu, '$1')).join(' ');
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

const WHOLE_VALUE = /^(?:\(?-?[\d,]*\.\d{2,}\)?|\d{1,2}-(?:[A-Za-z]{3}|\d{2})-\d{4})$/;

/** Digits with commas where they can stand, or with none. */
const WELL_GROUPED = /^\(?-?(?:\d{1,3}(?:,\d{2,3})*|\d*)\.\d{2,}\)?$/;
const PART_OF_NUMBER = /^[(-]?[\d,.]*$/;

/** Whether what touches is another cell: a number set so wide that it reaches the text or the number beside it. */
function isOtherCell(last: string, next: string): boolean {
  if (!WHOLE_VALUE.test(next)) return false;
  if (WHOLE_VALUE.test(last)) return true;
  return !PART_OF_NUMBER.test(last) || !WELL_GROUPED.test(last + next);
}

/** Puts letters together that were drawn one by one. Two cells that happen to touch stay two. */
function glued(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && touches(last, run) && !isOtherCell(last.text, run.text)) {
      result[result.length - 1] = { ...last, text: last.text + run.text, right: run.right };
    } else result.push(run);
  }
  return result;
}

function touches(last: Run, next: Run): boolean {
  const gap = (next.left - last.right) / Math.max(1, last.size);
  return (
    Math.abs(last.y - next.y) < 0.3 &&
    Math.abs(last.size - next.size) < 0.2 &&
    last.bold === next.bold &&
    gap < SAME_WORD &&
    gap > -SAME_WORD
  );
}
