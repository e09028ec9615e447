import assert from 'node:assert/strict';
import { usageCsv } from '../../../src/usage/usageCsv.ts';
import { request } from './requests.ts';

const HEAD = 'Time (UTC),Request ID,Feature,Path,Status,Credits\r\n';

describe('usage as CSV', () => {
  it('has a head, a line for each request, and CRLF after each', () => {
    const text = usageCsv([
      request('2026-11-21T18:30:00+05:30', { requestId: 'r-1', credits: 0.25 }),
      request('2026-11-20T00:00:00Z', { requestId: 'r-2', credits: 0, status: 402 }),
    ]);
    assert.equal(
      text,
      `${HEAD}2026-11-21T13:00:00.000Z,r-1,smart_parser,/v4/smart/parse,200,0.25\r\n` +
        '2026-11-20T00:00:00.000Z,r-2,smart_parser,/v4/smart/parse,402,0\r\n',
    );
    assert.equal(usageCsv([]), HEAD);
  });

  it('leaves a cell empty where the log says nothing', () => {
    const [, line] = usageCsv([
      {
        requestId: 'r',
        feature: undefined,
        path: undefined,
        status: undefined,
        credits: undefined,
        at: undefined,
      },
    ]).split('\r\n');
    assert.equal(line, ',r,,,,');
  });

  for (const [text, cell] of [
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=1+1', "'=1+1"],
    ['+91', "'+91"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['  =1', "'  =1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a=b', 'a=b'],
  ] as const)
    it(`writes ${JSON.stringify(text)} so that it stays text`, () => {
      const csv = usageCsv([
        request('2026-11-21T00:00:00Z', { requestId: text, feature: text, path: text }),
      ]);
      assert.equal(csv, `${HEAD}2026-11-21T00:00:00.000Z,${cell},${cell},${cell},200,1\r\n`);
    });

  it('writes a refund as a number', () => {
    const csv = usageCsv([request('2026-11-21T00:00:00Z', { credits: -0.5 })]);
    assert.match(csv, /,200,-0\.5\r\n$/);
  });
});
