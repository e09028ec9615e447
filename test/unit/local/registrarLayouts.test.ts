import assert from 'node:assert/strict';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import { registrarLayoutValues } from '../../fixtures/statementsGenerator/mutualFunds/registrarLayout.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import { specialRows } from '../../fixtures/statementsGenerator/portfolio/rowTypes.ts';
import { readStatement } from '../../../src/local/readStatement.ts';
import { differences } from './differences.ts';
import { exactly } from './fixtures.ts';

const SEEDS = [31, 34];

/** Reads generated statements with this layout and compares them with their truth; there is nothing to warn of. */
async function readsRight(kind: StatementKind, changes: Partial<StatementOptions>): Promise<void> {
  for (const seed of SEEDS) {
    const { pdf, password, truth } = generateStatement(kind, seed, changes);
    const { text, warnings } = await readStatement(pdf, password);
    const where = `${JSON.stringify(changes)} ${seed}`;
    assert.deepEqual(differences(truth, exactly(text)), [], where);
    assert.deepEqual(warnings, [], where);
  }
}

async function readsEach<Name extends keyof StatementOptions>(
  kind: StatementKind,
  name: Name,
  values: readonly StatementOptions[Name][],
  others: Partial<StatementOptions> = {},
): Promise<void> {
  for (const value of values) await readsRight(kind, { ...others, [name]: value });
}

describe('A layout of a registrar', function () {
  this.timeout(120_000);

  for (const kind of ['cams-detailed', 'kfin-detailed'] as const) {
    describe(kind, () => {
      it('has its fund houses with their totals when rows of PORTFOLIO SUMMARY are one text each', async () => {
        for (const grouping of ['indian', 'western', 'none'] as const) {
          await readsEach(kind, 'overviewRuns', registrarLayoutValues.overviewRuns, {
            grouping,
            numberedHouses: grouping !== 'western',
          });
        }
      });
      it('keeps rows as they are printed when their balances follow the days in another order', async () => {
        for (const rowsOfOneDay of [false, true]) {
          await readsEach(kind, 'rowOrder', registrarLayoutValues.rowOrder, { rowsOfOneDay });
        }
        await readsEach(kind, 'rowOrder', registrarLayoutValues.rowOrder, {
          specialRows,
          openingBalances: true,
        });
      });
      it('has units, NAV, cost and value of a closing line that wraps anywhere', async () => {
        const values = ['paragraph', 'valuesBelow', 'someValuesBelow'] as const;
        await readsEach(kind, 'closingLine', values);
        await readsEach(kind, 'closingLine', values, { textObjects: 'perWord' });
        await readsEach(kind, 'closingLine', values, { template: 'noPrice', wideAmounts: true });
      });
      it('leaves the end of a description with its row, whatever heading it looks like', async () => {
        await readsEach(kind, 'tails', registrarLayoutValues.tails);
        await readsEach(kind, 'tails', registrarLayoutValues.tails, {
          anchors: 'second',
          pageBreak: 'insideRows',
          wrappedDescriptions: true,
        });
      });
      it('cuts a code of digits, small letters or dashes from the name of its scheme', async () => {
        await readsEach(kind, 'codes', registrarLayoutValues.codes);
        await readsEach(kind, 'codes', registrarLayoutValues.codes, {
          schemeHeading: 'nameWraps',
          textObjects: 'perWord',
        });
      });
      it('tells registrar, adviser and ISIN apart that are one text', async () => {
        const headings = [
          'registrarAroundAdvisor',
          'registrarAroundIsin',
          'registrarAroundHalfIsin',
          'advisorBeforeRegistrar',
        ] as const;
        await readsEach(kind, 'schemeHeading', headings);
        await readsEach(kind, 'schemeHeading', headings, {
          missingAdvisors: true,
          pageBreak: 'insideHeading',
        });
      });
    });
  }

  for (const kind of ['cams-detailed', 'kfin-detailed', 'cams-summary', 'kfin-summary'] as const) {
    it(`has each row of a ${kind} once that is drawn again out of sight`, () =>
      readsEach(kind, 'rowsOutside', registrarLayoutValues.rowsOutside, { pages: 3 }));
  }

  for (const kind of ['cams-summary', 'kfin-summary'] as const) {
    it(`has folio and ISIN of a ${kind} that are one text under one label or two`, async () => {
      for (const alphanumericFolios of [false, true]) {
        for (const gluedFolioAndIsin of [false, true]) {
          await readsEach(kind, 'folioIsinLabels', registrarLayoutValues.folioIsinLabels, {
            alphanumericFolios,
            gluedFolioAndIsin,
          });
        }
      }
    });
    it(`has each ISIN of a ${kind} whole whose soft hyphen is drawn by itself`, async () => {
      for (const gluedFolioAndIsin of [false, true]) {
        await readsEach(kind, 'folioIsinLabels', registrarLayoutValues.folioIsinLabels, {
          gluedFolioAndIsin,
          softHyphenIsin: true,
          textObjects: 'perGlyph',
        });
      }
    });
    it(`cuts a code of digits, small letters or dashes from the names of a ${kind}`, () =>
      readsEach(kind, 'codes', registrarLayoutValues.codes));
  }
});
