import assert from 'node:assert/strict';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import { readPdf } from '../../../src/local/pdf/readPdf.ts';
import { readStatement } from '../../../src/local/readStatement.ts';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { onePage, pdfOf } from './hostilePdf.ts';
import type { PdfObject } from './hostilePdf.ts';

const shown = (text: string, x: number, y: number): string =>
  `BT /F1 8 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
const SEEN = shown('seen', 30, 700);
const UNSEEN = shown('unseen', 30, 600);

interface Extras {
  readonly page?: string;
  readonly resources?: string;
  readonly others?: readonly PdfObject[];
}

const form = (entries: string): PdfObject => ({
  entries: `/Type /XObject /Subtype /Form ${entries} /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>`,
  stream: Buffer.from(UNSEEN),
});

async function textsOf(content: string, extras: Extras = {}): Promise<string[]> {
  const { pages } = await readPdf(onePage(Buffer.from(content), extras), '');
  return pages.flatMap(({ runs }) => runs.map(({ text }) => text));
}

async function codeOf(pdf: Uint8Array, password = ''): Promise<string> {
  try {
    await readStatement(pdf, password);
    return 'read';
  } catch (error) {
    assert.ok(error instanceof LocalParseError);
    return error.code;
  }
}

describe('Text that is not printed is not read', () => {
  const ways: readonly (readonly [string, string, Extras?])[] = [
    ['above the page', `${SEEN} ${shown('unseen', 30, 850)}`],
    ['below the page', `${SEEN} ${shown('unseen', 30, -9)}`],
    ['left of the page', `${SEEN} ${shown('unseen', -40, 600)}`],
    ['right of the page', `${SEEN} ${shown('unseen', 600, 600)}`],
    ['cropped away', `${SEEN} ${UNSEEN}`, { page: '/CropBox [0 650 595 842]' }],
    ['outside of a clip', `${SEEN} q 0 650 595 192 re W n ${UNSEEN} Q`],
    [
      'outside of two clips, one in the other',
      `${SEEN} q 0 0 595 605 re W n 1 0 0 1 0 5 cm 0 605 595 200 re W n ${UNSEEN} Q`,
    ],
    ['in no drawing mode', `${SEEN} 3 Tr ${UNSEEN} 0 Tr`],
    ['only as part of a clip', `${SEEN} q 7 Tr ${UNSEEN} Q`],
    [
      'outside of the box of a form',
      `${SEEN} /X Do`,
      { resources: '/XObject << /X 5 0 R >>', others: [form('/BBox [0 0 595 590]')] },
    ],
    [
      'in a soft mask',
      `/G gs ${SEEN}`,
      {
        resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 5 0 R >> >> >>',
        others: [form('/BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >>')],
      },
    ],
  ];
  for (const [what, content, extras] of ways)
    it(`when it is drawn ${what}`, async () => {
      assert.deepEqual(await textsOf(content, extras), ['seen']);
    });

  it('when it is on a layer that is switched off, but when that is switched on', async () => {
    const content = `${SEEN} /OC /Layer BDC /Span BMC ${UNSEEN} EMC EMC ${shown('seen too', 30, 500)}`;
    const withLayer = (state: string): Uint8Array =>
      pdfOf([
        {
          entries: `/Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /${state} [5 0 R] >> >>`,
        },
        { entries: '/Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842]' },
        {
          entries:
            '/Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /Properties << /Layer 5 0 R >> >>',
        },
        { entries: '', stream: Buffer.from(content) },
        { entries: '/Type /OCG /Name (Layer)' },
      ]);
    for (const [state, texts] of [
      ['OFF', ['seen', 'seen too']],
      ['ON', ['seen', 'unseen', 'seen too']],
    ] as const) {
      const { pages } = await readPdf(withLayer(state), '');
      assert.deepEqual(
        pages[0]?.runs.map(({ text }) => text),
        texts,
      );
    }
  });

  it('when a program put it over a picture that it read: that is a scan', async () => {
    const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0000 EI Q';
    const words = Array.from({ length: 9 }, (_, index) =>
      shown(`Consolidated Account Statement ${index}`, 30, 700 - 20 * index),
    ).join('\n');
    assert.equal(await codeOf(onePage(Buffer.from(`${picture} 3 Tr ${words}`))), 'scan');
    assert.equal(await codeOf(onePage(Buffer.from(`${picture} ${words}`))), 'not-a-statement');
  });

  it('and no page with few words or none is a scan that has no picture', async () => {
    assert.equal(await codeOf(onePage(Buffer.from(SEEN))), 'not-a-statement');
    assert.equal(await codeOf(onePage(Buffer.from('30 700 200 2 re f'))), 'not-a-statement');
    const shapes = '30 700 m 35 700 l 35 705 l f\n'.repeat(200);
    assert.equal(await codeOf(onePage(Buffer.from(shapes))), 'scan');
  });
});

describe('A page that cannot be read as it is', () => {
  it('is not taken for a blank one, where the table says a wrong place for what it draws', async () => {
    const { pdf } = generateStatement('nsdl', 3, { encryption: 'none' });
    const text = Buffer.from(pdf).toString('latin1');
    const contents = [...text.matchAll(/\/Contents (\d+) 0 R/g)][2]?.[1];
    const table = text.indexOf('0000000000 65535 f');
    const entry = table + 20 * Number(contents);
    const offset = Number(text.slice(entry, entry + 10)) + 7;
    const wrong = Uint8Array.from(pdf);
    wrong.set(Buffer.from(String(offset).padStart(10, '0')), entry);
    assert.equal(await codeOf(wrong), 'damaged');
  });

  it('is as large as its unit says, and read at the size of a page', async () => {
    const content = Buffer.from(shown('seen', 30, 700));
    const large = onePage(Buffer.from(`3 0 0 3 0 0 cm ${shown('seen', 30, 700)}`), {
      page: '/MediaBox [0 0 1785 2526]',
    });
    const small = Buffer.from(`.5 0 0 .5 0 0 cm ${shown('seen', 30, 700)}`);
    const [plain] = (await readPdf(onePage(content), '')).pages;
    for (const other of [
      onePage(content, { page: '/UserUnit 3' }),
      large,
      onePage(small, { page: '/MediaBox [0 0 297.5 421]' }),
    ]) {
      const [page] = (await readPdf(other, '')).pages;
      assert.deepEqual(
        page?.runs.map(({ left, y, size }) => [left, y, size].map(Math.round)),
        plain?.runs.map(({ left, y, size }) => [left, y, size].map(Math.round)),
      );
    }
  });

  it('is refused for its letters where the font does not say which they are', async () => {
    const codes = Array.from({ length: 60 }, (_, index) => `\\00${1 + (index % 7)}`).join('');
    const lines = [700, 680, 660].map((y) => shown(codes, 30, y)).join('\n');
    const names = '/G01 /G02 /G03 /G04 /G05 /G06 /G07';
    const font = `/Type /Font /Subtype /Type1 /BaseFont /Unnamed /Encoding << /Differences [1 ${names}] >>`;
    const drawn: PdfObject = {
      entries: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 << ${font} >> >> >>`,
      stream: Buffer.from(lines),
    };
    const pdf = onePage(Buffer.from('/X Do'), {
      resources: '/XObject << /X 5 0 R >>',
      others: [drawn],
    });
    assert.equal(await codeOf(pdf), 'letters-unknown');
  });

  it('is refused for its lock where no password is what opens it', async () => {
    const { pdf, password } = generateStatement('cdsl', 3, { encryption: 'AES-128' });
    const text = Buffer.from(pdf).toString('latin1').replace('/Standard', '/Unknown.');
    assert.equal(
      await codeOf(Uint8Array.from(Buffer.from(text, 'latin1')), password),
      'lock-unknown',
    );
  });

  it('is opened although the length of its key is stated in bytes', async () => {
    const { pdf, password } = generateStatement('cdsl', 3, { encryption: 'RC4-128' });
    const text = Buffer.from(pdf).toString('latin1');
    const stated = text.replace(/\/Length 128(?=\s)/, '/Length 16 ');
    assert.notEqual(stated, text);
    assert.equal(await codeOf(Uint8Array.from(Buffer.from(stated, 'latin1')), password), 'read');
  });
});
