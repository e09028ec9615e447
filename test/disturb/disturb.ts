import { parseArgs } from 'node:util';
import {
  disturbanceKinds,
  isDisturbanceKind,
} from '../fixtures/statementsGenerator/disturbances/disturbance.ts';
import { isStatementKind, statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { countsLine, silentLines, silentShare } from './disturbReport.ts';
import { runDisturbances } from './runDisturbances.ts';
import { installedSavers, savers } from './savedAgain.ts';

/**
 * `npm run disturb -- [--kind KIND] [--only DISTURBANCE] [--count COUNT] [--seed SEED] [--saved SHARE] [--verbose]`: disturbs the
 * layout of generated statements, and never what they say. COUNT of each kind (5,000), spread over the disturbances; one in SHARE
 * (25; 0 for none) is saved again by Ghostscript or cairo. Each has to be read right or warned of in the section of what was
 * disturbed; ends with code 1 when more than 0.1 % are wrong in silence. The same count and seed disturb the same. `--count 1
 * --seed SEED --only DISTURBANCE` tries one again.
 */
const { values } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true },
    only: { type: 'string', multiple: true },
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    saved: { type: 'string', default: '25' },
    verbose: { type: 'boolean', default: false },
  },
});
const MOST_SILENT = 0.001;

const started = performance.now();
const kinds = values.kind?.filter(isStatementKind) ?? statementKinds;
const disturbances = values.only?.filter(isDisturbanceKind) ?? disturbanceKinds;
const installed = installedSavers();
for (const saver of savers.filter((each) => !installed.includes(each))) {
  console.log(`NOT TRIED: files that ${saver} saved again, because it is not installed here.`);
}
const tried = await runDisturbances({
  kinds,
  disturbancesOf: () => disturbances,
  each: Math.ceil(Number(values.count) / disturbances.length),
  seed: Number(values.seed),
  savers: installed,
  savedShare: Number(values.saved),
});
for (const kind of kinds) {
  const ofKind = tried.filter((each) => each.kind === kind);
  for (const disturbance of disturbances) {
    console.log(
      countsLine(
        `  ${disturbance}`,
        ofKind.filter((each) => each.disturbance === disturbance),
      ),
    );
  }
  console.log(countsLine(kind, ofKind));
}
console.log(countsLine(`${kinds.length} kinds`, tried));
for (const line of silentLines(tried, values.verbose)) console.log(line);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
process.exitCode = silentShare(tried) > MOST_SILENT ? 1 : 0;
