import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Numeral, parseExactJson } from '../../../src/portfolio/exactJson.ts';

/** The third argument is not in TypeScript's library yet: https://tc39.es/proposal-json-parse-with-source/ */
const parseWithSource = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

const numeral = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '1.10',
    '86.5123',
    '-119.048',
    '123456789012345',
    '-0.000000000000012',
  ),
  fc.constantFrom('97334.320000000007', '-9007199254740993', '1e5', '2.50E-7', '-1.5e+3', '1e400'),
  fc.stringMatching(/^-?[1-9]\d{0,30}(\.\d{1,30})?([eE][-+]?\d{1,3})?$/),
);

/** What a search for numerals may stumble over inside a string. */
const trap = fc.constantFrom(
  '12345678901234567',
  '[ 12345678901234567 ]',
  ', -97334.320000000007 ,',
  ': 1e5 }',
  'INF000D01E59',
  '"',
  '\\',
  '\\"',
  '\u0001',
  '\u0001\u0001',
  '\\u0001',
  '₹',
  ' ',
);
const string = fc
  .array(fc.oneof(trap, fc.string({ maxLength: 3 })), { maxLength: 5 })
  .map((pieces) => JSON.stringify(pieces.join('')));
const space = fc.constantFrom('', '', '', ' ', '\n', '\t ', '\r\n');

const { value: json } = fc.letrec<{ value: string; inside: string }>((tie) => ({
  inside: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(numeral, numeral, string, fc.constantFrom('true', 'false', 'null', '{}', '[ ]')),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',') || ''}]`),
    fc
      .array(fc.tuple(space, fc.oneof(string, fc.constant('"__proto__"')), space, tie('value')), {
        maxLength: 4,
      })
      .map((members) => `{${members.map(([a, key, b, to]) => `${a}${key}${b}:${to}`).join(',')}}`),
  ),
  value: fc.tuple(space, tie('inside'), space).map((all) => all.join('')),
}));

const RUNS = { seed: 1, numRuns: 800 };

describe('exact JSON, whatever it holds', () => {
  it('is what a parser says that is told the source of each number', () => {
    fc.assert(
      fc.property(json, (text) => assert.deepEqual(parseExactJson(text), byReviver(text))),
      RUNS,
    );
  });

  it('is refused where it is not JSON, and only there', () => {
    const broken = fc
      .tuple(
        json,
        fc.nat(),
        fc.constantFrom('', '1', '"', ',', ':', '}', '12345678901234567', '\\'),
      )
      .map(([text, at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + 1);
      });
    fc.assert(
      fc.property(broken, (text) =>
        assert.deepEqual(tried(parseExactJson, text), tried(byReviver, text)),
      ),
      RUNS,
    );
  });

  for (const text of [
    '{12345678901234567:1}',
    '{"a":1,12345678901234567 : 2}',
    '{"a" 12345678901234567}',
    '[1 12345678901234567]',
    '[012345678901234567]',
    '[1.e5]',
    '["12345678901234567]',
    '12345678901234567,',
  ]) {
    it(`does not make ${text} into JSON`, () => {
      assert.throws(() => parseExactJson(text), SyntaxError);
    });
  }

  it('takes no longer for one endless token than for other text', () => {
    const endless = '1234567890123456E'.repeat(30_000);
    assert.deepEqual(parseExactJson(`["${endless}"]`), [endless]);
    assert.throws(() => parseExactJson(`[${endless}]`), SyntaxError);
  });
});

function byReviver(text: string): unknown {
  return parseWithSource(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && isLong(source)
      ? new Numeral(source)
      : value,
  );
}

function isLong(source: string): boolean {
  const digits = source.replace(/[-.]/g, '').replace(/^0+/, '');
  return /e/i.test(source) || digits.length > 15 || source.length > 40;
}

function tried(parse: (text: string) => unknown, text: string): unknown {
  try {
    return { parsed: parse(text) };
  } catch (error) {
    assert.ok(error instanceof SyntaxError);
    return 'not JSON';
  }
}
