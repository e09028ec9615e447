import assert from 'node:assert/strict';

import { drawStatement, planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { optionKinds } from '../fixtures/statementsGenerator/optionKinds.ts';
import { plainOptions } from '../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { optionValues } from '../fixtures/statementsGenerator/randomOptions.ts';

describe('statements generator: options', () => {
  for (const name of Object.keys(optionValues)) {
    const option = name as keyof typeof optionValues;
    const kinds = optionKinds[option];
    it(`${option} has an effect on ${kinds.join(', ')}`, () => {
      for (const kind of kinds) {
        const drawn = optionValues[option].map((value) =>
          draw(kind, { encryption: 'RC4-128', ...seenWith[option], [option]: value }),
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

/** Options without which the values of another cannot be told apart. */
const seenWith: { readonly [Name in keyof StatementOptions]?: Partial<StatementOptions> } = {
  folioIsinLabels: { gluedFolioAndIsin: true },
};

/** The usual header is one of the others, and a summary has none of four lines. */
function distinctValues(option: keyof typeof optionValues, kind: StatementKind): number {
  if (option !== 'headerBaselines') return optionValues[option].length;
  return kind.endsWith('summary') ? 2 : 3;
}

function draw(kind: StatementKind, changes: Partial<StatementOptions>): string {
  const planned = planStatement(kind, 3, changes);
  return Buffer.from(drawStatement(planned, planned.plan)).toString('latin1');
}
