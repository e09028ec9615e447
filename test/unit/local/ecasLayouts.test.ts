import assert from 'node:assert/strict';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import { plainOptions } from '../../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import { readLayout } from '../../layouts/readLayout.ts';

const both = ['nsdl', 'cdsl'] as const;

/** Reads generated statements of this layout and compares them with their truth; nothing is warned of without a reason. */
async function readsRight(
  kinds: readonly StatementKind[],
  ...layouts: readonly Partial<StatementOptions>[]
): Promise<void> {
  for (const kind of kinds) {
    for (const layout of layouts) {
      for (const seed of [21, 22, 23]) {
        const options = { ...plainOptions, ...layout, encryption: 'none' } as const;
        const { wrong, falseWarnings } = await readLayout({ kind, seed, options });
        const which = `${kind} ${seed} ${JSON.stringify(layout)}`;
        assert.deepEqual(wrong, [], which);
        assert.deepEqual(falseWarnings, [], which);
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
  it('takes a column that nobody knows for no part of another', () =>
    readsRight(
      both,
      { unknownColumn: 'behindWords' },
      { unknownColumn: 'betweenNumbers' },
      { unknownColumn: 'last' },
    ));
  it('reads columns by where their values stand, however their labels are set', () =>
    readsRight(
      both,
      { labelAlignment: 'left' },
      { labelAlignment: 'center', shortNamePieces: true },
      { labelAlignment: 'right' },
      { labelAlignment: 'bilingual' },
    ));
  it('keeps balances apart from marks that stand away from the edge of their labels', () =>
    readsRight(
      both,
      { nilMarks: '--', nilAlignment: 'center', labelAlignment: 'center' },
      { nilMarks: '-', nilAlignment: 'left', labelAlignment: 'bilingual' },
    ));
  it('has no units where all balances of a security are marks for nothing', () =>
    readsRight(['cdsl'], { nilHolding: true }, { nilHolding: true, nilMarks: '--' }));
  it('reads the older columns of balances', () => readsRight(['cdsl'], { olderBalances: true }));
  it('keeps a folio without an ISIN apart from its neighbours', () =>
    readsRight(
      both,
      { missingFolioIsin: 'first' },
      { missingFolioIsin: 'middle' },
      { missingFolioIsin: 'last' },
    ));
  it('puts numbers together that are too wide for their column', () =>
    readsRight(both, { wrappedNumbers: 'units' }, { wrappedNumbers: 'money' }));
  it('reads a list of accounts without rows of totals', () =>
    readsRight(both, { rosterTotals: false }));
  it('takes the price of the market where another stands beside it', () =>
    readsRight(
      ['nsdl'],
      { bonds: true, bondPrices: 'issueAndMarket' },
      { bonds: true, bondPrices: 'marketAndPurchase' },
    ));
  it('reads an account number whose characters are printed twice', () =>
    readsRight(both, { doubledDigits: true }));
  it('keeps the funds of a pension account apart from its transactions', () =>
    readsRight(['cdsl'], { nps: true, npsTransactions: true }));
});
