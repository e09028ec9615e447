import assert from 'node:assert/strict';
import { schedule112aCsv } from '../../../../src/portfolio/gains/schedule112aCsv.ts';
import { templateLine, underTemplate } from '../../../../src/portfolio/gains/scheduleTemplate.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const headOf = (financialYear: string) =>
  schedule112aCsv({ estimate: true, financialYear, rows: [], leftOut: [] }).trimEnd();
/** With spaces that break no line, as the portal writes them. */
const PORTAL = headOf('2025-26').replace('Share/Unit acquired', 'Share/Unit\u00a0acquired');

describe('The template of Schedule 112A', () => {
  for (const [what, text] of [
    ['with rows below', `${PORTAL}\r\nAE,,,\r\n`],
    ['with line feeds only', `${PORTAL}\nAE\n`],
    ['with nothing below', PORTAL],
    ['with a byte order mark', `\ufeff${PORTAL}\r\n`],
  ] as const)
    it(`has a first line that is taken byte for byte: ${what}`, () => {
      const found = templateLine(bytes(text), '2025-26');
      assert.ok(found.ok);
      assert.deepEqual([...found.line], [...bytes(text.split(/\r?\n/)[0] ?? '')]);
    });

  it('may be written in a code page', () => {
    const latin = Uint8Array.from(PORTAL, (letter) => letter.charCodeAt(0));
    const found = templateLine(latin, '2025-26');
    assert.ok(found.ok);
    assert.deepEqual([...found.line], [...latin]);
  });

  it('has the rows of the schedule under it, and not the line that they had', () => {
    const found = templateLine(bytes(PORTAL), '2025-26');
    assert.ok(found.ok);
    const csv = bytes(`${headOf('2025-26')}\r\nAE,INNOTREQUIRD\r\nBE,X\r\n`);
    const text = new TextDecoder().decode(underTemplate(csv, found.line));
    assert.equal(text, `${PORTAL}\r\nAE,INNOTREQUIRD\r\nBE,X\r\n`);
  });

  it('is of a year: that of 2024-25 has a column more', () => {
    assert.equal(templateLine(bytes(headOf('2024-25')), '2024-25').ok, true);
    assert.deepEqual(templateLine(bytes(headOf('2024-25')), '2025-26'), {
      ...{ ok: false, reason: 'columns', found: 15, wanted: 14 },
    });
    assert.deepEqual(templateLine(bytes(PORTAL), '2024-25'), {
      ...{ ok: false, reason: 'columns', found: 14, wanted: 15 },
    });
  });

  for (const [what, text, found] of [
    ['another file', 'Date,Amount\r\n1,2\r\n', 'Date,Amount'],
    ['an empty one', '', ''],
    ['a workbook', 'PK\u0003\u0004', 'PK'],
  ] as const)
    it(`is not ${what}, and what was found is told`, () =>
      assert.deepEqual(templateLine(bytes(text), '2025-26'), {
        ok: false,
        reason: 'words',
        found,
      }));
});
