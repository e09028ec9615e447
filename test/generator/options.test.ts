import assert from 'node:assert/strict';

import { drawStatement, planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { plainOptions } from '../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { optionValues } from '../fixtures/statementsGenerator/randomOptions.ts';

const detailed = ['cams-detailed', 'kfin-detailed'] as const;
const summaries = ['cams-summary', 'kfin-summary'] as const;
const registrars = [...detailed, ...summaries] as const;
const depositories = ['nsdl', 'cdsl'] as const;

/** The kinds that an option changes. */
const kindsOf: Readonly<Record<keyof typeof optionValues, readonly StatementKind[]>> = {
  encryption: statementKinds,
  opener: statementKinds,
  fonts: statementKinds,
  textObjects: statementKinds,
  formXObject: statementKinds,
  watermark: registrars,
  disclaimers: statementKinds,
  grouping: statementKinds,
  anchors: statementKinds,
  headerBaselines: registrars,
  dateTwin: statementKinds,
  letterSpaced: detailed,
  doubledHeadings: depositories,
  softHyphenIsin: statementKinds,
  wrongCheckDigit: statementKinds,
  schemeHeading: detailed,
  formerNames: registrars,
  pageBreak: detailed,
  closingLine: detailed,
  template: detailed,
  portfolioSummary: detailed,
  wrappedDescriptions: detailed,
  wideAmounts: statementKinds,
  unusualDecimals: statementKinds,
  bareFractions: detailed,
  alphanumericFolios: [...detailed, ...depositories],
  sameFolioInTwoHouses: registrars,
  oddHouseNames: detailed,
  severalPans: detailed,
  pan: detailed,
  jointHolders: [...detailed, ...depositories],
  spacedCodes: registrars,
  missingAdvisors: detailed,
  zeroBalance: registrars,
  noTransactions: [...detailed, ...depositories],
  openingBalances: detailed,
  specialRows: detailed,
  notes: detailed,
  summaryColumns: summaries,
  gluedFolioAndIsin: summaries,
  otherDepository: depositories,
  nps: ['cdsl'],
  bonds: depositories,
  fundFolios: depositories,
  fundColumns: ['cdsl'],
  noAnnualisedReturn: ['nsdl'],
  wrappedCells: depositories,
  legendMarks: depositories,
};

describe('statements generator: options', function () {
  this.timeout(10_000); // some draw several PDFs, perhaps on a busy machine

  for (const [name, kinds] of Object.entries(kindsOf)) {
    const option = name as keyof typeof optionValues;
    it(`${option} has an effect on ${kinds.join(', ')}`, () => {
      for (const kind of kinds) {
        const drawn = optionValues[option].map((value) =>
          draw(kind, { encryption: 'RC4-128', [option]: value }),
        );
        assert.equal(new Set(drawn).size, distinctValues(option, kind), kind);
      }
    });
  }

  it('are plain unless they are changed', () => {
    for (const [name, [first]] of Object.entries(optionValues)) {
      if (name === 'encryption') continue;
      assert.equal(first, plainOptions[name as keyof typeof optionValues], name);
    }
  });
});

/** The usual header is one of the others, and a summary has none of four lines. */
function distinctValues(option: keyof typeof optionValues, kind: StatementKind): number {
  if (option !== 'headerBaselines') return optionValues[option].length;
  return kind.endsWith('summary') ? 2 : 3;
}

function draw(kind: StatementKind, changes: Partial<StatementOptions>): string {
  const planned = planStatement(kind, 3, changes);
  return Buffer.from(drawStatement(planned, planned.plan)).toString('latin1');
}
