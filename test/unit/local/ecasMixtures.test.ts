import assert from 'node:assert/strict';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import { plainOptions } from '../../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import { layoutStatements } from '../../layouts/layoutStatements.ts';
import { readLayout } from '../../layouts/readLayout.ts';

/** Reads a generated statement, which must be right, and warned of only where its options give reason. */
async function readsRight(
  kind: StatementKind,
  seed: number,
  options: Partial<StatementOptions>,
): Promise<void> {
  const { wrong, falseWarnings } = await readLayout({
    kind,
    seed,
    options: { ...plainOptions, ...options },
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual(falseWarnings, []);
}

describe('An eCAS in which traits of layouts meet', () => {
  it('finds an unknown column whose numbers stand above the rows that wrap', async () => {
    for (const unknownColumn of ['behindWords', 'last', 'betweenNumbers'] as const) {
      await readsRight('cdsl', 1020, { unknownColumn, wrappedCells: true });
    }
  });
  it('finds a fund without an ISIN whose value wraps', async () => {
    const options = { wrappedNumbers: 'money', holderGroups: 'minor' } as const;
    await readsRight('cdsl', 1041, { ...options, missingFolioIsin: 'last' });
    await readsRight('nsdl', 1066, { ...options, missingFolioIsin: 'middle' });
  });
  it('reads units that wrap, and that no price confirms, with the decimals of their column', () =>
    readsRight('cdsl', 1015, {
      wrappedNumbers: 'units',
      olderBalances: true,
      noTransactions: true,
    }));
  it('reads account numbers that are shown twice in text that is', async () => {
    const options = {
      doubledDigits: true,
      doubledHeadings: true,
      textObjects: 'perGlyph',
    } as const;
    await readsRight('cdsl', 1002, { ...options, jointHolders: true });
    await readsRight('nsdl', 1014, options);
  });
  it('takes a sign alone in a line of labels for part of them', () =>
    readsRight('cdsl', 1037, {
      unknownColumn: 'last',
      nilMarks: '-',
      missingFolioIsin: 'first',
      foot: 'issuerAndNumber',
      fonts: 'embedded',
      jointHolders: true,
      bonds: true,
      pages: 5,
    }));
  it('knows labels that few are known of, above others or beside their middle', async () => {
    await readsRight('nsdl', 1068, {
      labelAlignment: 'bilingual',
      unknownColumn: 'behindWords',
      otherDepository: true,
    });
    await readsRight('nsdl', 1065, {
      labelAlignment: 'bilingual',
      unknownColumn: 'last',
      holderGroups: 'minor',
      fonts: 'embedded',
    });
    await readsRight('nsdl', 1036, {
      labelAlignment: 'bilingual',
      unknownColumn: 'behindWords',
      holderGroups: 'minor',
      foot: 'issuerAndNumber',
    });
  });
  it('keeps nil marks set centred from deciding where numbers stand', () =>
    readsRight('cdsl', 1043, {
      labelAlignment: 'bilingual',
      nilMarks: '--',
      nilAlignment: 'center',
      holderGroups: 'jointAndSingle',
      summaryPage: true,
    }));
  it('places nil marks set left in the last line of stacked balances', () =>
    readsRight('nsdl', 1033, {
      nilMarks: '-',
      nilAlignment: 'left',
      wrappedNumbers: 'units',
      otherDepository: true,
    }));
  it('takes an unknown label alone between the others for no heading', () =>
    readsRight('nsdl', 1039, {
      labelAlignment: 'bilingual',
      unknownColumn: 'behindWords',
      holderGroups: 'twoJoint',
      pageBreak: 'insideRows',
      noAnnualisedReturn: true,
    }));
  it('keeps marks below wide names, and houses below labels set apart, where they are', async () => {
    const wanted = layoutStatements('nsdl', 2).filter(({ seed }) => [2052, 2054].includes(seed));
    for (const { kind, seed, options } of wanted) await readsRight(kind, seed, options);
    assert.equal(wanted.length, 2);
  });
});
