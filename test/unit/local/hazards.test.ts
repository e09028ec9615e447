import assert from 'node:assert/strict';
import {
  generateStatement,
  planStatement,
} from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import { optionValues } from '../../fixtures/statementsGenerator/randomOptions.ts';
import { readPdf } from '../../../src/local/pdf/readPdf.ts';
import { readPages } from '../../../src/local/readPages.ts';
import { readStatement } from '../../../src/local/readStatement.ts';
import { differences } from './differences.ts';
import { exactly, fixturePassword, fixturePdf } from './fixtures.ts';
import { answerFields, truthFields, truthOf } from './truth.ts';

/** Reads generated statements with this hazard and compares them with their truth; there is nothing to warn of. */
async function readsRight(kind: StatementKind, changes: Partial<StatementOptions>): Promise<void> {
  for (const seed of [11, 12, 13]) {
    const { pdf, password, truth } = generateStatement(kind, seed, changes);
    const { text, warnings } = await readStatement(pdf, password);
    assert.deepEqual(differences(truth, exactly(text)), []);
    assert.deepEqual(warnings, []);
  }
}

// What the leading parser of these statements got wrong at its version 1.1.0, without a word.
describe('A statement that parsers have misread', function () {
  for (const kind of ['cams-detailed', 'kfin-detailed'] as const) {
    describe(kind, () => {
      it('keeps sign and digits of an amount in parentheses that is wider than its column', () =>
        readsRight(kind, { wideAmounts: true }));
      it('reads a folio of letters and digits as a folio of its own', () =>
        readsRight(kind, { alphanumericFolios: true }));
      it('files schemes under a fund house whose name does not end in Mutual Fund', () =>
        readsRight(kind, { oddHouseNames: true }));
      it('keeps the tail of a description that wraps', () =>
        readsRight(kind, { wrappedDescriptions: true }));
      it('reads a gift that names a folio as a transaction, not as a folio', () =>
        readsRight(kind, { specialRows: ['giftIn', 'giftOut'] }));
      it('reads a page that is one Form XObject', () => readsRight(kind, { formXObject: true }));
      it('reads text that is drawn word by word or letter by letter', async () => {
        await readsRight(kind, { textObjects: 'perWord', wrappedDescriptions: true });
        await readsRight(kind, { textObjects: 'perGlyph', wideAmounts: true });
      });
      it('takes nothing that each page repeats at its foot for part of a row or header', () =>
        readsRight(kind, { disclaimers: true, pages: 4, notes: true, pageBreak: 'insideHeading' }));
      it('keeps ISINs as printed, known or not, in whatever way they wrap', async () => {
        for (const schemeHeading of optionValues.schemeHeading)
          await readsRight(kind, { schemeHeading });
        await readsRight(kind, { softHyphenIsin: true });
      });
      it('reads rows without amount or price, and reversed rows in parentheses', () =>
        readsRight(kind, {
          specialRows: ['bonus', 'reversedInParentheses', 'segregation', 'reversal'],
        }));
      it('keeps the holder of each folio where several people share a statement', () =>
        readsRight(kind, { severalPans: true, sameFolioInTwoHouses: true }));
      it('does not take markers and notes for transactions', () =>
        readsRight(kind, { notes: true }));
      it('reads the old form without a price, and works the NAV out', () =>
        readsRight(kind, { template: 'noPrice' }));
    });
  }

  for (const kind of ['cams-summary', 'kfin-summary'] as const) {
    it(`keeps the NAV date of a ${kind} that begins a point left of its column`, async () => {
      const pdf = await readPdf(await fixturePdf(kind), fixturePassword(kind));
      const pages = pdf.pages.map((page) => ({
        ...page,
        runs: page.runs.map((run) =>
          /^\d\d-[A-Z][a-z]{2}-\d{4}$/.test(run.text)
            ? { ...run, left: run.left - 6, right: run.right - 6 }
            : run,
        ),
      }));
      const { text, warnings } = readPages({ ...pdf, pages });
      const read = answerFields(exactly(text));
      for (const [path, value] of truthFields(truthOf(kind)))
        assert.equal(read.get(path), value, path);
      assert.deepEqual(warnings, []);
    });

    it(`cuts folio and ISIN of a ${kind} apart where they are one text`, () =>
      readsRight(kind, { gluedFolioAndIsin: true }));
  }

  for (const kind of ['nsdl', 'cdsl'] as const) {
    it(`reads ${kind} cells that wrap, marks behind names and ISINs with soft hyphens`, async () => {
      const hazards: Partial<StatementOptions>[] = [
        { wrappedCells: true },
        { textObjects: 'perGlyph', bonds: true, otherDepository: true },
        { textObjects: 'perWord', wrappedCells: true, disclaimers: true },
        { legendMarks: true },
        { softHyphenIsin: true },
        // A pension behind what an account lists as its other details.
        { nps: true, fundFolios: false, legendMarks: true },
      ];
      for (const changes of hazards) {
        const { pdf, password, truth } = generateStatement(kind, 11, changes);
        const { text, warnings } = await readStatement(pdf, password);
        const wrong = differences(truth, exactly(text));
        // The shape's documents give units of demat rows no sign: what is printed under Debit is positive here.
        assert.deepEqual(
          wrong.filter((each) => !/demat.*transactions\/\d+\/units/.test(each)),
          [],
        );
        assert.deepEqual(warnings, []);
      }
    });
  }
});

describe('A statement that does not hold together', () => {
  it('is read with a warning for an ISIN whose check digit is wrong, and the ISIN is kept', async () => {
    const { pdf, password, truth } = generateStatement('cams-detailed', 11, {
      wrongCheckDigit: true,
    });
    const { text, warnings } = await readStatement(pdf, password);
    assert.deepEqual(differences(truth, exactly(text)), []);
    assert.ok(warnings.every(({ code }) => code === 'isin-check-digit'));
    assert.equal(warnings.length, truth.mutual_funds.flatMap(({ schemes }) => schemes).length);
  });

  it('is said to, with page and row, when one digit of the units is another', async () => {
    const pdf = await readPdf(await fixturePdf('cams-detailed'), 'Pass@1234');
    const pages = pdf.pages.map((page) => ({
      ...page,
      runs: page.runs.map((run) => (run.text === '41.146' ? { ...run, text: '41.147' } : run)),
    }));
    const { warnings } = readPages({ ...pdf, pages });
    assert.deepEqual(
      warnings.map(({ code, page }) => `${code} ${page}`),
      ['running-balance 1', 'row-amount 1'],
    );
    assert.ok((warnings[0]?.row ?? 0) > 10);
  });

  it('is the same statement each time it is planned', () => {
    const plans = [1, 2].map(() => JSON.stringify(planStatement('cdsl', 5).truth));
    assert.equal(plans[0], plans[1]);
  });
});
