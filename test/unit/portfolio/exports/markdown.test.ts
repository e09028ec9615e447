import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../../../src/portfolio/exports/markdownText.ts';
import { samplePortfolio } from '../samples.ts';
import { exported } from './exported.ts';

describe('text of a statement in Markdown', () => {
  for (const [text, written] of [
    ['a|b', 'a\\|b'],
    ['# no heading', '\\# no heading'],
    ['*b* _i_ ~s~ `c`', '\\*b\\* \\_i\\_ \\~s\\~ \\`c\\`'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['[a](https://b.c)', '\\[a\\](https\\:\\//b.c)'],
    ['www.b.c', 'www\\.b.c'],
    ['a@b.c', 'a\\@b.c'],
    ['&lt;', '\\&lt;'],
    ['two\r\nlines\tand tab', 'two lines and tab'],
    ['back\\|slash', 'back\\\\\\|slash'],
    ['\u202Eevil\u200B\u0000', 'evil'],
    ['Fund A - B: 1,234.50 (IDCW)', 'Fund A - B: 1,234.50 (IDCW)'],
  ] as const)
    it(`is ${JSON.stringify(written)} for ${JSON.stringify(text)}`, () => {
      assert.equal(markdownText(text), written);
    });

  it('has no markup that is not escaped, and says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = markdownText(text);
        assert.doesNotMatch(written.replace(/\\./gu, ''), /[\\`*_{}[\]<>#|~&!$@^\p{Cc}\p{Cf}]/u);
        const said = text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}]+/gu, '');
        assert.equal(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'), said.trim());
      }),
    );
  });
});

describe('a portfolio as Markdown', () => {
  it('says whose statement of what it is, and what it adds up to', () => {
    const markdown = exported(samplePortfolio('nsdl'), { format: 'markdown' });
    for (const row of [
      '| Investor | Sample Investor |  |',
      '| Statement | NSDL eCAS |  |',
      '| To | 31 Aug 2026 |  |',
      '| Value | ₹5,03,449.71 | as the statement prints it |',
      '| Cost | ₹1,78,400.00 | known for 4 of 9 holdings |',
      '| Positions Listed | 11 of 11 |  |',
    ])
      assert.ok(markdown.includes(`\n${row}\n`), row);
  });

  it('writes rupees as people do, marks what is computed, and leaves out what is not stated', () => {
    const markdown = exported(samplePortfolio('nsdl'), { format: 'markdown' });
    assert.match(
      markdown,
      /\| 1,568.35 \| 86.5123 \| ₹98,000.00 \| ₹1,35,681.57 \| ₹37,681.57 \| 38.45\u00A0% \|/,
    );
    assert.ok(markdown.includes('| 15 | 2,904.35 † |  | ₹43,565.25 |  |  |  |\n'));
    assert.match(markdown, /\n† computed/);
  });

  it('has as many cells in each row of a table as in its head, whatever the names', () => {
    const schemes = [{ name: 'a|b\n| c | d |\n\n# x', units: 1 }];
    const markdown = exported({ mutual_funds: [{ schemes }] }, { format: 'markdown' });
    const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
    const cells = rows.map((row) => row.replace(/\\./g, '').split('|').length);
    assert.deepEqual([...new Set(cells.slice(-3))], [13]);
    assert.doesNotMatch(markdown, /^# x/m);
  });

  it('says when it is sample data, and how many of the positions are listed', () => {
    const markdown = exported(samplePortfolio('nsdl'), {
      format: 'markdown',
      keys: ['nps[0].funds[0]'],
      sample: true,
    });
    assert.match(markdown, /\| Note \| Sample data/);
    assert.match(markdown, /\| Positions Listed \| 1 of 11 \|/);
  });

  it('can have the transactions instead', () => {
    const markdown = exported(samplePortfolio('cams_kfintech'), {
      format: 'markdown',
      what: 'transactions',
    });
    assert.match(
      markdown,
      /\n\| 18 Apr 2024 \| EXM01-[^|]+ \| 9000000001 \/ 11 \| Redemption \| −150 \| 70.00 \| −₹10,500.00 \| 671.951 \|\n/,
    );
  });
});
