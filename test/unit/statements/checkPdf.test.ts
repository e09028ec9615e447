import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { isAppError } from '../../../src/service/appError.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import { LARGEST_PDF_BYTES, LARGE_PDF_BYTES, checkPdf } from '../../../src/statements/checkPdf.ts';
import { badFile, sampleStatements } from '../service/sampleFiles.ts';

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`, 'latin1');
const isEncrypted = (text: string) => checkPdf(pdf(text)).encrypted;

function refuses(bytes: Uint8Array, kind: AppErrorKind): void {
  assert.throws(
    () => checkPdf(bytes),
    (error) => isAppError(error, kind),
  );
}

describe('the check of a file before it is sent', () => {
  describe('its header', () => {
    const headerAt = (at: number) =>
      Buffer.concat([Buffer.alloc(at, 'x'), Buffer.from('%PDF-1.4')]);

    it('may begin anywhere in the first 1,024 bytes', () => {
      for (const at of [0, 1, 512, 1023]) assert.ok(checkPdf(headerAt(at)));
    });

    it('is not looked for after them', () => {
      for (const at of [1024, 1025, 100_000]) refuses(headerAt(at), 'fileNotPdf');
    });

    it('counts where it comes first, if it comes again', () => {
      assert.ok(checkPdf(Buffer.concat([headerAt(5), headerAt(5_000)])));
    });

    it('is spelt exactly', () => {
      for (const text of ['%PDF', '%pdf-1.4', 'PDF-1.4', '% PDF-1.4', '%FDF-1.2', 'PK\u0003\u0004'])
        refuses(Buffer.from(text), 'fileNotPdf');
    });

    it('is not made up of bytes beside the file in memory', () => {
      const memory = Buffer.from('%PDF-1.7');
      refuses(memory.subarray(1), 'fileNotPdf');
      assert.ok(checkPdf(new Uint8Array(memory)));
    });
  });

  describe('its size', () => {
    const ofSize = (bytes: number) => Buffer.concat([pdf(''), Buffer.alloc(bytes - 9, '\n')]);

    it('is not zero', () => refuses(new Uint8Array(), 'fileEmpty'));

    it('is 10 MB at most, to the byte', () => {
      assert.equal(LARGEST_PDF_BYTES, 10_485_760);
      assert.ok(checkPdf(ofSize(LARGEST_PDF_BYTES)));
      refuses(ofSize(LARGEST_PDF_BYTES + 1), 'fileTooLarge');
    });

    it('is told to be large above 1.7 MB, to the byte', () => {
      assert.equal(LARGE_PDF_BYTES, 1_700_000);
      assert.equal(checkPdf(ofSize(LARGE_PDF_BYTES)).large, false);
      assert.equal(checkPdf(ofSize(LARGE_PDF_BYTES + 1)).large, true);
    });

    it('does not hide that a large file is no PDF', () => {
      refuses(Buffer.alloc(LARGEST_PDF_BYTES + 1), 'fileNotPdf');
    });
  });

  it('finds every sample statement encrypted that is, and no other', async () => {
    const all = await sampleStatements();
    const found = await Promise.all(
      all.map(async ({ path }) => checkPdf(await readFile(path)).encrypted),
    );
    assert.deepEqual(
      found,
      all.map(({ encryption }) => encryption !== 'none'),
    );
    assert.ok(found.includes(true) && found.includes(false));
  });

  it('judges the bad sample files as they are', async () => {
    const read = async (name: string) => readFile(await badFile(name));
    refuses(await read('empty.pdf'), 'fileEmpty');
    refuses(await read('not-a-pdf.pdf'), 'fileNotPdf');
    refuses(await read('too-large.pdf'), 'fileTooLarge');
    assert.deepEqual(checkPdf(await read('big-1.8mb.pdf')), { encrypted: false, large: true });
    assert.deepEqual(checkPdf(await read('not-a-statement.pdf')), {
      encrypted: false,
      large: false,
    });
    assert.deepEqual(checkPdf(await read('truncated.pdf')), { encrypted: false, large: false });
  });

  describe('encryption', () => {
    const encrypted: [string, string][] = [
      ['a trailer’s reference', 'trailer\n<< /Size 8 /Root 1 0 R /Encrypt 7 0 R >>'],
      ['a trailer’s dictionary', 'trailer << /Encrypt << /Filter /Standard /V 2 >> >>'],
      ['a dictionary without space', 'trailer<</Encrypt<</Filter/Standard>>>>'],
      ['a reference on the next line', 'trailer\r\n<<\r\n/Encrypt\r\n12 0 R\r\n>>'],
      ['a reference with odd spaces', 'trailer << /Encrypt  12\t0\nR >>'],
      ['a reference to a high generation', 'trailer << /Encrypt 12345 65535 R >>'],
      [
        'the dictionary of a cross-reference stream',
        '9 0 obj\n<</Type/XRef/W[1 2 1]/Root 1 0 R/Encrypt 8 0 R/Length 4>>\nstream\nabcd\nendstream',
      ],
      [
        'the first of two trailers only',
        'trailer << /Encrypt 7 0 R >>\n%%EOF\nxref\ntrailer << /Size 9 /Prev 20 >>\n%%EOF',
      ],
      [
        'the last of two trailers only',
        'trailer << /Size 9 >>\n%%EOF\nxref\ntrailer << /Encrypt 7 0 R /Prev 20 >>\n%%EOF',
      ],
      [
        'a trailer before a string that only names it',
        'trailer << /Encrypt 7 0 R /Info (about /Encrypt) >>',
      ],
      ['the end of the file', 'trailer << /Encrypt 7 0 R'],
    ];
    for (const [where, text] of encrypted) {
      it(`is seen in ${where}`, () => assert.equal(isEncrypted(text), true));
    }

    const plain: [string, string][] = [
      ['nothing', ''],
      ['/EncryptMetadata', 'trailer << /Size 8 /EncryptMetadata false >>'],
      ['/EncryptMetadata before a reference', '<< /EncryptMetadata 7 0 R >>'],
      ['a comment', '% see /Encrypt for more\ntrailer << /Size 8 >>'],
      ['a string', '<< /Title (How /Encrypt works) >>'],
      ['null', 'trailer << /Encrypt null >>'],
      ['another name', 'trailer << /EncryptedBy 7 0 R >>'],
      ['a name without its slash', 'trailer << Encrypt 7 0 R >>'],
      ['an array', '[ /Encrypt /Decrypt ]'],
      ['one number', '<< /Encrypt 7 >>'],
      ['the end of the file', 'trailer << /Encrypt'],
      ['the very last bytes', '/Encrypt'],
    ];
    for (const [what, text] of plain) {
      it(`is not taken from ${what}`, () => assert.equal(isEncrypted(text), false));
    }

    it('is not found in bytes beside the file in memory', () => {
      const memory = pdf('trailer << /Encrypt 7 0 R >>');
      assert.equal(checkPdf(memory.subarray(0, memory.length - 12)).encrypted, false);
    });

    it('is seen however many times the name stands there otherwise', () => {
      assert.equal(isEncrypted(`/Encrypt 7 0 R ${'/Encrypt (x) '.repeat(10_000)}`), true);
    });
  });
});
