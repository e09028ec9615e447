import assert from 'node:assert/strict';

import { indentJson } from '../../../src/views/indentJson.ts';
import { SAMPLES, sampleText } from '../portfolio/samples.ts';
import { randomJson } from './randomJson.ts';

/** The text without the white space that means nothing: what has to stay the same. */
function tokens(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_match, string?: string) => string ?? '');
}

describe('JSON laid out to be read', () => {
  it('has each member on a line of its own, two spaces deeper than its parent', () => {
    assert.equal(
      indentJson('{"a":1,"b":[true,{"c":null}],"d":{},"e":[ ]}'),
      [
        '{',
        '  "a": 1,',
        '  "b": [',
        '    true,',
        '    {',
        '      "c": null',
        '    }',
        '  ],',
        '  "d": {},',
        '  "e": []',
        '}',
      ].join('\n'),
    );
  });

  it('is as JSON.stringify lays it out, where a double holds the numbers', () => {
    for (const sample of SAMPLES) {
      const value: unknown = JSON.parse(sampleText(sample));
      assert.equal(indentJson(JSON.stringify(value)), JSON.stringify(value, null, 2));
    }
  });

  it('keeps every token, of random JSON with random white space', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const text = randomJson(seed);
      const laidOut = indentJson(text);
      assert.equal(tokens(laidOut), tokens(text), `seed ${seed}`);
      assert.deepEqual(JSON.parse(laidOut), JSON.parse(text), `seed ${seed}`);
      assert.equal(indentJson(laidOut), laidOut, `seed ${seed}: laid out already`);
    }
  });

  it('keeps numbers that a double cannot hold', () => {
    for (const number of ['12345678901234567890.123', '1.10', '-0', '1E+2', '0.1e-7', '1e999'])
      assert.equal(indentJson(`[${number}]`), `[\n  ${number}\n]`);
  });

  it('keeps strings that look like structure, and their escapes', () => {
    for (const string of [
      '"{ \\"a\\" : [1,2] }"',
      '"  spaces   and, commas: here  "',
      '"\\\\"',
      '"\\\\\\""',
      '"\\u20b9 \\n \\/"',
      '"₹\u2028🪙"',
      '""',
    ])
      assert.equal(indentJson(`{${string}:${string}}`), `{\n  ${string}: ${string}\n}`);
  });

  it('keeps keys that come twice, and their order', () => {
    assert.equal(tokens(indentJson('{"b":1,"a":2,"b":3}')), '{"b":1,"a":2,"b":3}');
  });

  it('lays out what is no JSON without losing anything but white space', () => {
    for (const text of ['{"a":[1,2', ']}', '"unfinished', '{"a" 1}', 'words', ''])
      assert.equal(tokens(indentJson(text)).replace(/\s/g, ''), text.replace(/\s/g, ''), text);
  });

  it('lays out a long string and a deep nesting', () => {
    const long = `"${'x\\"'.repeat(300_000)}"`;
    assert.equal(indentJson(`[${long}]`), `[\n  ${long}\n]`);
    const deep = '['.repeat(500) + ']'.repeat(500);
    assert.equal(tokens(indentJson(deep)), deep);
  });

  it('stays of a size with what it lays out, however deep that is', () => {
    for (const depth of [8_000, 100_000]) {
      const deep = '['.repeat(depth) + ']'.repeat(depth);
      const laidOut = indentJson(deep);
      assert.equal(tokens(laidOut), deep);
      assert.ok(laidOut.length < 150 * deep.length, `${laidOut.length} characters`);
    }
  });

  it('takes a string without its end as it is, whatever stands in it', () => {
    for (const end of ['', '\\', 'x'])
      assert.equal(indentJson(`["${'\\"'.repeat(500_000)}${end}`).length, 1_000_005 + end.length);
  });
});
