import { identify } from './identify.ts';
import { LocalParseError } from './localParseError.ts';
import type { PdfText, Run } from './pdf/run.ts';

/**
 * A statement's layout for a bug report: where each run stands, its size, and which class its characters are of (`A` a capital, `a`
 * a small letter, `9` a digit). It holds no letter and no digit of the statement.
 */
export function layoutReport(pdf: PdfText): string {
  const lines = [`kind: ${kindOf(pdf)}`, `pages: ${pdf.pages.length}`];
  for (const page of pdf.pages) {
    lines.push(`page ${page.number}: ${page.width.toFixed(0)} x ${page.height.toFixed(0)}`);
    lines.push(`sideways: ${page.sideways.map(classesOf).join(' | ')}`);
    lines.push('top left right size weight text');
    for (const run of page.runs) lines.push(lineOf(run));
  }
  return `${lines.join('\n')}\n`;
}

function lineOf({ text, left, right, y, size, bold }: Run): string {
  const numbers = [y, left, right, size].map((each) => each.toFixed(1)).join(' ');
  return `${numbers} ${bold ? 'bold' : 'plain'} ${classesOf(text)}`;
}

/** The character classes of a text; what is neither letter, digit nor plain mark is a question mark. */
export function classesOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{M}]/gu, 'a')
    .replace(/\p{N}/gu, '9')
    .replace(/[^Aa9 .,:;()[\]/*@#$%&'"`+=_!?-]/gu, '?');
}

function kindOf(pdf: PdfText): string {
  try {
    return identify(pdf);
  } catch (error) {
    return error instanceof LocalParseError ? error.code : 'unknown';
  }
}
