import type { Page } from '../pdf/run.ts';
import { linesOf } from '../layout/lines.ts';
import type { Checks } from './checkResult.ts';

const PRINTED = /^Page\s*:?\s*(\d+)(?:\s*(?:of|\/)\s*(\d+))?$/i;

/** Pages that number themselves must come one after the other, to the last: a page that is missing is money that is missing. */
export function checkPageNumbers(pages: readonly Page[], checks: Checks): void {
  let expected: number | null = null;
  let last: { number: number; of: number | null; place: { page: number; row: number } } | null =
    null;
  for (const page of pages) {
    for (const line of linesOf(page)) {
      const match = PRINTED.exec(line.text.replace(/\s+/g, ' '));
      if (!match) continue;
      const number = Number(match[1]);
      const place = { page: line.page, row: line.row };
      checks.expect(
        number === (expected ?? 1) || (expected === null && number === page.number),
        'page-missing',
        'A page of the statement is missing before this one.',
        place,
      );
      expected = number + 1;
      last = { number, of: match[2] === undefined ? null : Number(match[2]), place };
    }
  }
  if (last?.of != null) {
    const complete = last.number === last.of;
    checks.expect(
      complete,
      'page-missing',
      'The last page of the statement is missing.',
      last.place,
    );
  }
}
