import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import { parseLocally } from '../../../src/local/parseLocally.ts';
import type { LocalParseOptions } from '../../../src/local/parseLocally.ts';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { blankPdf } from './blankPdf.ts';
import { bomb, onePage, packed, pdfOf } from './hostilePdf.ts';
import type { PdfObject } from './hostilePdf.ts';

const MEGABYTE = 1024 * 1024;
/** Enough to see that a limit holds, and soon reached: where it is the limit of time that ends it. */
const SHORT: LocalParseOptions = {
  limits: { withoutPage: 4_000, whole: 8_000, growth: 300 * MEGABYTE },
};
/** Never reached, however busy the machine is: something else ends it. */
const LONG: LocalParseOptions = {
  limits: { withoutPage: 3_600_000, whole: 3_600_000, growth: 300 * MEGABYTE },
};

async function codeOf(pdf: Uint8Array, options: LocalParseOptions = LONG): Promise<string> {
  try {
    const { warnings } = await parseLocally(pdf, options);
    return warnings.length > 0 ? 'read with warnings' : 'read';
  } catch (error) {
    assert.ok(error instanceof LocalParseError);
    assert.ok(error.message.endsWith('.') && error.message.length > 20, 'says what to do');
    return error.code;
  }
}

/** A form that draws the next one three times; the last of `depth` draws nothing, or the first again. */
function forms(depth: number, inCircles: boolean): PdfObject[] {
  return Array.from({ length: depth }, (_, index) => {
    const isLast = index === depth - 1;
    const next = isLast ? 5 : 6 + index;
    return {
      entries: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} 0 R >> >>`,
      stream: Buffer.from(isLast && !inCircles ? 'q Q' : '/X Do /X Do /X Do'),
    };
  });
}

const flate = { filter: '/FlateDecode' };
const text = 'BT /F1 8 Tf 30 30 Td (Hello, this is a page of plain text) Tj ET\n';
const first = { ...flate, resources: '/XObject << /X 5 0 R >>' };

describe('A hostile PDF', function () {
  const ends: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
    [
      'that unpacks to 4 GB',
      () =>
        onePage(Uint8Array.from(deflateSync(bomb(4000))), {
          filter: '[/FlateDecode /FlateDecode]',
        }),
      /^too-complex$/,
    ],
    [
      'with millions of operators',
      () => onePage(packed('BT ET\n'.repeat(1e7)), flate),
      /^(?:too-complex|timed-out|not-a-statement)$/,
    ],
    [
      'whose form draws itself',
      () => onePage(packed(`/X Do ${text}`), { ...first, others: forms(1, true) }),
      /^not-a-statement$/,
    ],
    [
      'whose forms draw each other in circles',
      () => onePage(packed(`/X Do ${text}`), { ...first, others: forms(3, true) }),
      /^not-a-statement$/,
    ],
    [
      'whose forms draw 3 to the power of 40 forms',
      () => onePage(packed(`/X Do ${text}`), { ...first, others: forms(40, false) }),
      /^timed-out$/,
    ],
    [
      'whose tree of pages is a circle',
      () => onePage(packed(text), { ...flate, pages: '/Type /Pages /Count 3 /Kids [2 0 R 3 0 R]' }),
      /^(?:damaged|not-a-statement)$/,
    ],
    ['of 10,000 pages', () => blankPdf(10_000), /^too-many-pages$/],
    [
      'that says it has a billion pages',
      () =>
        onePage(packed(text), { ...flate, pages: '/Type /Pages /Count 1000000000 /Kids [3 0 R]' }),
      /^(?:too-many-pages|damaged|not-a-statement)$/,
    ],
    [
      'with a page larger than any number',
      () =>
        onePage(packed(`1e30 0 0 1e30 1e300 1e300 cm ${text}`), {
          ...flate,
          page: '/MediaBox [-1e38 -1e38 1e38 1e38] /UserUnit 1e30',
        }),
      /^(?:scan|not-a-statement)$/,
    ],
    [
      'nested half a million deep',
      () => onePage(Buffer.from('['.repeat(5e5) + text)),
      /^(?:damaged|scan)$/,
    ],
    [
      'with dictionaries 200,000 deep',
      () => onePage(Buffer.from(text), { page: `/A ${'<</A '.repeat(2e5)}` }),
      /^(?:damaged|scan)$/,
    ],
    [
      'that has no pages',
      () => pdfOf([{ entries: '/Type /Catalog /Pages 1 0 R' }]),
      /^(?:damaged|not-a-statement)$/,
    ],
    [
      'that is half a statement',
      () => {
        const { pdf } = generateStatement('nsdl', 4, { encryption: 'none' });
        return pdf.subarray(0, pdf.length / 2);
      },
      /^(?:damaged|read with warnings|nothing-read)$/,
    ],
    [
      'of bytes without sense',
      () => Uint8Array.from({ length: 9_000 }, (_, index) => (index * 7919) % 251),
      /^not-a-pdf$/,
    ],
  ];
  for (const [what, make, expected] of ends)
    it(`ends in an error that says what to do: one ${what}`, async () => {
      const maySay = (code: string) => expected.test(code);
      assert.match(await codeOf(make(), maySay('timed-out') ? SHORT : LONG), expected);
    });

  it('is known to unpack to 4 GB before it does, however much memory there is', async () => {
    const packedTwice = Uint8Array.from(deflateSync(bomb(4000)));
    const pdf = onePage(packedTwice, { filter: '[/FlateDecode /FlateDecode]' });
    const limits = { ...LONG.limits, growth: Infinity };
    assert.equal(await codeOf(pdf, { limits }), 'too-complex');
  });

  it('leaves the next statement readable', async () => {
    const { pdf, password } = generateStatement('cdsl', 5);
    assert.equal(await codeOf(pdf, { password }), 'read');
  });

  it('can be cancelled in the middle of a page that has no end', async () => {
    const pdf = onePage(packed(`/X Do ${text}`), { ...first, others: forms(40, false) });
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 800);
    assert.equal(await codeOf(pdf, { signal: cancel.signal }), 'cancelled');
  });

  it('can be cancelled while its password is tried', async () => {
    const { pdf } = generateStatement('cdsl', 5, { encryption: 'AES-256' });
    const cancel = new AbortController();
    const ended = codeOf(pdf, { password: 'wrong', signal: cancel.signal });
    setImmediate(() => cancel.abort());
    assert.equal(await ended, 'cancelled');
  });
});
