import assert from 'node:assert/strict';
import { generateRefusal } from '../../fixtures/statementsGenerator/refusals/generateRefusal.ts';
import type { RefusalKind } from '../../fixtures/statementsGenerator/refusals/refusalKinds.ts';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import type { LocalParseCode } from '../../../src/local/localParseError.ts';
import { MOST_PAGES } from '../../../src/local/pdf/readPdf.ts';
import { readStatement } from '../../../src/local/readStatement.ts';
import { fixturePdf } from './fixtures.ts';
import { blankPdf } from './blankPdf.ts';

async function codeOf(pdf: Uint8Array, password = ''): Promise<LocalParseCode | null> {
  try {
    await readStatement(pdf, password);
    return null;
  } catch (error) {
    assert.ok(error instanceof LocalParseError);
    assert.ok(error.message.length > 20, 'says what to do');
    return error.code;
  }
}

describe('What cannot be read on this computer', () => {
  const byName: readonly (readonly [RefusalKind, LocalParseCode, string])[] = [
    ['mf-central', 'mf-central', 'a statement of MF Central'],
    ['dp-transactions', 'dp-statement', 'a transaction statement of a depository participant'],
    ['scan', 'scan', 'pages that are pictures'],
    ['reprint', 'reprinted', 'a statement that was printed to a PDF again'],
    ['not-a-statement', 'not-a-statement', 'a PDF of something else'],
  ];
  for (const [kind, code, what] of byName) {
    it(`is refused by name: ${what}`, async () => {
      for (const seed of [1, 2, 3]) {
        const { pdf, password } = generateRefusal(kind, seed);
        assert.equal(await codeOf(pdf, password), code);
      }
    });
  }

  it('is a PDF cut in half: damaged, or read with warnings, never read as if it were whole', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { pdf, password } = generateRefusal('truncated', seed);
      try {
        const { warnings } = await readStatement(pdf, password);
        assert.ok(warnings.length > 0);
      } catch (error) {
        assert.ok(error instanceof LocalParseError);
      }
    }
  });

  it('is a file that is no PDF, or empty', async () => {
    assert.equal(await codeOf(new TextEncoder().encode('Folio No: 1')), 'not-a-pdf');
    assert.equal(await codeOf(new Uint8Array()), 'not-a-pdf');
  });

  it('is a locked PDF without its password, told apart from one with a wrong password', async () => {
    const pdf = await fixturePdf('cams-detailed');
    assert.equal(await codeOf(pdf), 'password-needed');
    assert.equal(await codeOf(pdf, 'not this one'), 'password-wrong');
  });

  it('is a PDF of more pages than any statement has', async () => {
    assert.equal(await codeOf(blankPdf(MOST_PAGES + 1)), 'too-many-pages');
  });
});
