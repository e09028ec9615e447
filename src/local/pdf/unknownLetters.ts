import type { Run } from './run.ts';

/** Control characters, places of private use and ornaments: what a font gives that does not say which letters it draws. */
const NO_LETTERS = /[\p{Co}\p{Cn}\uFFFD\u2700-\u27BF]|[^\P{Cc}\s]/u;
const SOME_RUNS = 200;
const MOST = 0.3;

/** Whether the font does not say which letters a page's text is made of. Some of the text is enough to know. */
export function hasUnknownLetters(runs: readonly Run[]): boolean {
  const step = Math.ceil(runs.length / SOME_RUNS);
  let looked = 0;
  let unknown = 0;
  for (let index = 0; index < runs.length; index += step) {
    looked += 1;
    if (NO_LETTERS.test(runs[index]?.text ?? '')) unknown += 1;
  }
  return unknown > looked * MOST;
}
