import assert from 'node:assert/strict';
import {
  drawStatement,
  planStatement,
} from '../../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../../fixtures/statementsGenerator/kinds.ts';
import { optionKinds } from '../../fixtures/statementsGenerator/optionKinds.ts';
import { optionLimits, refusedValues } from '../../fixtures/statementsGenerator/optionLimits.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import { dimensionValues } from '../../fixtures/statementsGenerator/randomOptions.ts';
import { canMeet, layoutStatements } from '../../layouts/layoutStatements.ts';
import { runLayouts } from '../../layouts/runLayouts.ts';
import { reportOf } from '../../layouts/layoutReport.ts';

/** `npm run layouts` reads all of them. */
const EVERY = 8;

const everything = statementKinds.flatMap((kind) => layoutStatements(kind, 1));

describe('Statements in which every two traits meet', () => {
  for (const kind of statementKinds) {
    it(`are planned of ${kind} for each pair of values of two options that can meet`, () => {
      const met = new Set<string>();
      const planned = everything.filter((statement) => statement.kind === kind);
      const names = Object.keys(dimensionValues) as (keyof typeof dimensionValues)[];
      const drawn = names.filter((name) => optionKinds[name].includes(kind));
      const refused = (name: keyof StatementOptions, value: unknown): boolean =>
        ((refusedValues[name] ?? []) as readonly unknown[]).includes(value);
      for (const { options } of planned) {
        for (const one of drawn) {
          for (const other of drawn) met.add(pairName(one, options[one], other, options[other]));
        }
      }
      const missing: string[] = [];
      let wanted = 0;
      for (const [index, one] of drawn.entries()) {
        for (const other of drawn.slice(index + 1)) {
          for (const value of dimensionValues[one]) {
            for (const otherValue of dimensionValues[other]) {
              if (refused(one, value) || refused(other, otherValue)) continue;
              if (!canMeet(kind, [one, value], [other, otherValue])) continue;
              wanted += 1;
              const pair = pairName(one, value, other, otherValue);
              if (!met.has(pair)) missing.push(pair);
            }
          }
        }
      }
      assert.deepEqual(missing, []);
      assert.ok(wanted > 500, `${wanted} pairs`);
    });
  }

  it('are 400 and more, no two of them the same, and the same for the same seed', () => {
    assert.ok(everything.length >= 400, `${everything.length}`);
    assert.equal(new Set(everything.map((each) => JSON.stringify(each))).size, everything.length);
    assert.deepEqual(layoutStatements('nsdl', 1), layoutStatements('nsdl', 1));
    assert.notDeepEqual(
      layoutStatements('nsdl', 1).map(({ options }) => options),
      layoutStatements('nsdl', 2).map(({ options }) => options),
    );
  });

  it('leave no pair out but where one value hides the other', () => {
    for (const { where, hidden, kinds = statementKinds } of optionLimits) {
      const names = [
        ...Object.keys(where),
        ...Object.keys(hidden),
      ] as (keyof typeof dimensionValues)[];
      for (const kind of kinds.filter((each) =>
        names.every((name) => optionKinds[name].includes(each)),
      )) {
        const drawings = Object.entries(hidden).flatMap(([name, values]) =>
          (values as readonly unknown[]).map((value) => drawing(kind, { ...where, [name]: value })),
        );
        for (const each of drawings)
          assert.ok(each === drawing(kind, where), JSON.stringify({ kind, where }));
      }
    }
  });

  it('are read without a wrong field or a false warning', async () => {
    const some = everything.filter((_, index) => index % EVERY === 0);
    const tried = await runLayouts(some);
    assert.equal(tried.length, some.length);
    const troubled = tried.filter(({ blame }) => blame);
    const report = statementKinds.flatMap((kind) =>
      reportOf(
        kind,
        troubled.filter(({ statement }) => statement.kind === kind),
      ),
    );
    assert.equal(troubled.length, 0, report.join('\n'));
    assert.ok(tried.every(({ fields }) => fields > 50));
  });
});

function pairName(one: string, value: unknown, other: string, otherValue: unknown): string {
  return `${one}=${String(value)} ${other}=${String(otherValue)}`;
}

function drawing(
  kind: (typeof statementKinds)[number],
  changes: Partial<StatementOptions>,
): string {
  const planned = planStatement(kind, 3, { encryption: 'none', ...changes });
  return Buffer.from(drawStatement(planned, planned.plan)).toString('latin1');
}
