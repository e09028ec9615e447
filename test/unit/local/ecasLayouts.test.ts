import assert from 'node:assert/strict';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import { readStatement } from '../../../src/local/readStatement.ts';
import { differences } from './differences.ts';
import { exactly } from './fixtures.ts';

const both = ['nsdl', 'cdsl'] as const;

/** Reads generated statements of this layout and compares them with their truth; there is nothing to warn of. */
async function readsRight(
  kinds: readonly StatementKind[],
  ...layouts: readonly Partial<StatementOptions>[]
): Promise<void> {
  for (const kind of kinds) {
    for (const layout of layouts) {
      for (const seed of [21, 22, 23]) {
        const { pdf, password, truth } = generateStatement(kind, seed, {
          ...layout,
          encryption: 'none',
        });
        const { text, warnings } = await readStatement(pdf, password);
        const wrong = differences(truth, exactly(text));
        // The shape's documents give units of demat rows no sign: what is printed under Debit is positive here.
        assert.deepEqual(
          wrong.filter((each) => !/demat.*transactions\/\d+\/units/.test(each)),
          [],
          `${kind} ${seed}`,
        );
        assert.deepEqual(warnings, []);
      }
    }
  }
}

describe('An eCAS of a layout that few have', () => {
  it('keeps balances apart from marks for nothing', () =>
    readsRight(
      both,
      { nilMarks: '--' },
      { nilMarks: '-' },
      { nilMarks: 'NIL' },
      { nilMarks: '0.00' },
    ));
  it('files folios under the group of holders that has them', () =>
    readsRight(
      both,
      { holderGroups: 'singleAndJoint' },
      { holderGroups: 'jointAndSingle' },
      { holderGroups: 'twoJoint' },
    ));
  it('gives an addressee a PAN only where one is printed with the name', () =>
    readsRight(
      both,
      { addressee: 'nobody' },
      { addressee: 'jointHolder', holderGroups: 'singleAndJoint' },
    ));
  it('finds the fund house of a folio above or below its number', () =>
    readsRight(['nsdl'], { backMatter: 'folioOverHouse' }, { backMatter: 'houseOverFolio' }));
  it('keeps the account of a masked PRAN', () =>
    readsRight(['cdsl'], { nps: true, pran: 'masked' }, { nps: true, pran: 'partlyMasked' }));
  it('reads on where a page ends between the transactions of a security', () =>
    readsRight(both, { brokenTransactions: 'insideIsin' }));
  it('reads on where the heading of the transactions is printed again on that page', () =>
    readsRight(both, { brokenTransactions: 'headingAgain' }));
  it('takes a caption above the transactions of a security for no part of them', () =>
    readsRight(['nsdl'], { movementCaptions: true }));
  it('takes no row of a balance for a transaction', () =>
    readsRight(['nsdl'], { balanceRows: true }, { balanceRows: true, movementCaptions: true }));
  it('takes two rows of totals for what they are', () => readsRight(both, { twoTotals: true }));
  it('holds each composition against its own group of holders', () =>
    readsRight(['nsdl'], { compositionPerGroup: true, holderGroups: 'twoJoint' }));
  it('finds the list of accounts behind a summary and the asset classes', () =>
    readsRight(
      ['cdsl'],
      { summaryPage: true, holderGroups: 'singleAndJoint' },
      { assetClasses: 'beforeAccounts' },
    ));
  it('takes no foot of a page for part of a row', () =>
    readsRight(both, { foot: 'issuerAndNumber', pages: 5 }));
  it('files the transactions of each fund under its own ISIN and folio', () =>
    readsRight(
      both,
      { fundTransactions: true },
      { fundTransactions: true, brokenTransactions: 'insideIsin' },
      { fundTransactions: true, labelAlignment: 'center' },
      { fundTransactions: true, labelAlignment: 'bilingual' },
      { fundTransactions: true, missingFolioIsin: 'middle' },
      { fundTransactions: true, wrappedNumbers: 'units' },
    ));
});
