import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isStatementKind, statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { plainOptions } from '../fixtures/statementsGenerator/options.ts';
import { countsOf, reportOf } from './layoutReport.ts';
import { layoutStatements } from './layoutStatements.ts';
import type { LayoutStatement, OptionName } from './layoutStatements.ts';
import { runLayouts } from './runLayouts.ts';

/**
 * `npm run layouts -- [--kind KIND] [--seed SEED] [--only OPTION] [--json FILE]`: reads statements in which every two values of
 * two options of the generator meet, and compares each with its truth. For what is wrong it says which options are to blame: with
 * all others plain, a statement of that seed is still read wrong. `--only` reads those in which the option is not plain. Ends with
 * code 1 when a field is wrong or a warning has no reason.
 */
const { values } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});

const kinds = values.kind?.filter(isStatementKind) ?? statementKinds;
const isWanted = ({ options }: LayoutStatement): boolean => {
  const name = values.only as OptionName | undefined;
  return name === undefined || options[name] !== plainOptions[name];
};
if (values.only !== undefined && !(values.only in plainOptions)) {
  throw new RangeError(`There is no option ${values.only}`);
}
const statements = kinds.flatMap((kind) =>
  layoutStatements(kind, Number(values.seed)).filter(isWanted),
);
const tried = await runLayouts(statements);
for (const kind of kinds) {
  const ofKind = tried.filter(({ statement }) => statement.kind === kind);
  for (const line of reportOf(kind, ofKind)) console.log(line);
}
console.log(countsOf(`${kinds.length} kinds`, tried));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(tried, null, 1)}\n`);
process.exitCode = tried.some(({ blame }) => blame) ? 1 : 0;
