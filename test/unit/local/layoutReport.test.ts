import assert from 'node:assert/strict';
import { layoutReport } from '../../../src/local/layoutReport.ts';
import { reportLayout } from '../../../src/local/parseLocally.ts';
import type { PdfText } from '../../../src/local/pdf/run.ts';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../../fixtures/statementsGenerator/kinds.ts';
import { onePage, packed } from './hostilePdf.ts';

/** A report's own words; whatever else is a letter or a digit would be the statement's. */
const HEAD = /^(?:kind: [a-z-]+|pages: \d+|page \d+: \d+ x \d+|top left right size weight text)$/;
const RUN = /^(?:-?\d+\.\d ){4}(?:bold|plain) (.*)$/;
const SIDEWAYS = /^sideways: (.*)$/;

/** All that a report takes from the statement's text. */
function textsOf(report: string): string[] {
  return report
    .trimEnd()
    .split('\n')
    .filter((line) => !HEAD.test(line))
    .map((line) => {
      const text = (RUN.exec(line) ?? SIDEWAYS.exec(line))?.[1];
      assert.ok(text !== undefined, `a line of its own kind: ${line}`);
      return text;
    });
}

describe('A layout report', () => {
  it('has a line for each text of a statement of each kind, with classes in place of all letters and digits', async () => {
    for (const kind of statementKinds) {
      const { pdf, password } = generateStatement(kind, 9);
      const texts = textsOf(await reportLayout(pdf, { password }));
      assert.ok(texts.length > 50);
      for (const text of texts) assert.match(text, /^[Aa9\W_]*$/);
    }
  });

  it('lets nothing through that is written in no plain letters', () => {
    const canary = 'Zürich Ж₹１２ ४५ नाम Ⅷ ½ ª\u0000\u202e CANARY-7f3';
    const page = { number: 1, width: 595, height: 842, sideways: [canary] };
    const run = { text: canary, left: 1, right: 2, y: 3, size: 8, bold: false };
    const pdf: PdfText = {
      pages: [{ ...page, runs: [run] }],
      title: canary,
      creator: canary,
      producer: canary,
    };
    const report = layoutReport(pdf);
    for (const text of textsOf(report)) assert.match(text, /^[Aa9 .,:;()[\]/*@#$%&'"`+=_!?|-]*$/);
    // eslint-disable-next-line no-control-regex
    assert.match(report, /^[\x0a\x20-\x7e]*$/);
    assert.doesNotMatch(report, /CANARY|7f3/);
  });

  it('is made of a PDF that is no statement, too: that is when it is wanted', async () => {
    const pdf = onePage(
      packed('BT /F1 9 Tf 50 700 Td (Canary 7 of a new layout, nothing here is known) Tj ET'),
      {
        filter: '/FlateDecode',
      },
    );
    const report = await reportLayout(pdf);
    assert.match(report, /^kind: not-a-statement\npages: 1\n/);
    assert.match(
      report,
      /142\.0 50\.0 \d+\.\d 9\.0 plain Aaaaaa 9 aa a aaa aaaaaa, aaaaaaa aaaa aa aaaaa\n/,
    );
  });
});
