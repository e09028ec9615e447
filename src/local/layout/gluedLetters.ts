import type { Run } from '../pdf/run.ts';

/** Glyphs of one word leave less than this part of the font size between them. */
const SAME_WORD = 0.08;
/** Pairs such as `To` are set closer by up to this part of the font size; none of them without a letter that leaves room beside it. */
const KERNED = 0.25;
const LEAVES_ROOM = /[AFLPTVWYvwy]/;
/** Programs that put each letter at a whole pixel (0.75 points) put it up to half of one beside its place. */
const HALF_PIXEL = 0.4;
/** No letters of one word are further apart, and no words nearer where spaces are drawn: 0.2 is the narrowest of them. */
const WORDS_APART = 0.2;
/** Gaps that differ by less than this part of the font size are of one sort: between letters, or between words. */
const SAME_SORT = 0.045;
/** A line is drawn letter by letter when this share of its runs are single letters. */
const MOSTLY = 0.7;

/**
 * Puts letters together that were drawn one by one, and words that were cut where a pair of letters is set closer. Two cells that
 * happen to touch stay two.
 */
export function gluedLetters(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let line: LineOfRuns | null = null;
  let start = 0;
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const last = result.at(-1);
    if (!last || !before || !isInLineWith(before, run)) {
      start = index;
      line = null;
    } else {
      const gap = (run.left - last.right) / Math.max(1, last.size);
      let isSame = gap < SAME_WORD && gap > -SAME_WORD;
      if (!isSame && gap < WORDS_APART && gap > -2 * KERNED) {
        line ??= new LineOfRuns(runs, start);
        isSame = line.isSameWord(last.text, run, gap);
      }
      if (isSame && !isOtherCell(last.text, run.text)) {
        result[result.length - 1] = { ...last, text: last.text + run.text, right: run.right };
        continue;
      }
    }
    result.push(run);
  }
  return result;
}

function isInLineWith(last: Run, next: Run): boolean {
  return (
    Math.abs(last.y - next.y) < 0.3 &&
    Math.abs(last.size - next.size) < 0.2 &&
    last.bold === next.bold
  );
}

/** What the runs of one line, drawn one after the other, say about the gaps in its words. */
class LineOfRuns {
  private readonly closest: number;
  private readonly widest: number;

  constructor(runs: readonly Run[], start: number) {
    const size = Math.max(1, runs[start]?.size ?? 1);
    const gaps: number[] = [];
    let letters = 0;
    let hasSpaces = false;
    let end = start;
    for (let run = runs[start], before: Run | undefined; run; run = runs[end]) {
      if (before) {
        if (!isInLineWith(before, run)) break;
        gaps.push((run.left - before.right) / size);
        hasSpaces ||= run.afterSpace === true;
      }
      if (run.text.length === 1) letters += 1;
      before = run;
      end += 1;
    }
    const byLetter = letters >= MOSTLY * (end - start);
    const pixel = byLetter ? HALF_PIXEL / size : 0;
    this.closest = -SAME_WORD - pixel;
    // Where spaces are drawn, a gap without one is none. Otherwise the gaps between letters end where those between words begin.
    this.widest = !byLetter ? SAME_WORD : hasSpaces ? WORDS_APART : widestOfLetters(gaps);
  }

  isSameWord(last: string, next: Run, gap: number): boolean {
    if (gap > 0) return gap < this.widest && next.afterSpace !== true;
    if (gap > this.closest) return true;
    const pair = last.slice(-1) + next.text.slice(0, 1);
    return gap > this.closest + SAME_WORD - KERNED && !/\d/.test(pair) && LEAVES_ROOM.test(pair);
  }
}

function widestOfLetters(gaps: readonly number[]): number {
  let widest = SAME_WORD;
  for (const gap of [...gaps].sort((a, b) => a - b)) {
    if (gap > widest + SAME_SORT || gap > WORDS_APART) break;
    widest = Math.max(widest, gap + SAME_SORT / 2);
  }
  return widest;
}

const WHOLE_VALUE = /^(?:\(?-?[\d,]*\.\d{2,}\)?|\d{1,2}-(?:[A-Za-z]{3}|\d{2})-\d{4})$/;

/** `0 5-Mar-2025`: days are printed with two digits. */
const DATE_FROM_DIGIT = /^[0-3] \d-(?:[A-Za-z]{3}|\d{2})-\d{4}$/;

/** Digits with commas where they can stand, or with none. */
const WELL_GROUPED = /^\(?-?(?:\d{1,3}(?:,\d{2,3})*|\d*)\.\d{2,}\)?$/;
const PART_OF_NUMBER = /^[(-]?[\d,.]*$/;

/** Whether what touches is another cell: a number set so wide that it reaches the text or the number beside it. */
function isOtherCell(last: string, next: string): boolean {
  if (!WHOLE_VALUE.test(next) || DATE_FROM_DIGIT.test(`${last} ${next}`)) return false;
  if (WHOLE_VALUE.test(last)) return true;
  return !PART_OF_NUMBER.test(last) || !WELL_GROUPED.test(last + next);
}
