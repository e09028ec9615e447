import assert from 'node:assert/strict';
import { readStatement } from '../../../src/local/readStatement.ts';
import { countsLine, silentLines } from '../../disturb/disturbReport.ts';
import { judge } from '../../disturb/judge.ts';
import { runDisturbances } from '../../disturb/runDisturbances.ts';
import { installedSavers, savers } from '../../disturb/savedAgain.ts';
import { isSilent, silentShare } from '../../disturb/disturbReport.ts';
import { disturbedOptions } from '../../disturb/tryDisturbed.ts';
import type { TriedDisturbance } from '../../disturb/tryDisturbed.ts';
import { disturb } from '../../fixtures/statementsGenerator/disturb.ts';
import { disturbanceKinds } from '../../fixtures/statementsGenerator/disturbances/disturbance.ts';
import type {
  Disturbed,
  DisturbanceKind,
} from '../../fixtures/statementsGenerator/disturbances/disturbance.ts';
import {
  besideEachOther,
  rightOf,
} from '../../fixtures/statementsGenerator/disturbances/tableParts.ts';
import {
  drawStatement,
  generateStatement,
  planStatement,
} from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { PlannedStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../../fixtures/statementsGenerator/kinds.ts';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import { leftOf } from '../../fixtures/statementsGenerator/page/pageContent.ts';
import type { Plan } from '../../fixtures/statementsGenerator/page/plan.ts';
import { statementDifferences } from './differences.ts';
import { exactly } from './fixtures.ts';

/** These print more than there was: a column, a heading once more, a line of words. */
const ADDING = ['insertColumn', 'repeatHeading', 'caption'];

describe('A statement whose layout is disturbed', () => {
  for (const kind of disturbanceKinds) {
    it(`looks different after ${kind}, says the same, and can still be read by a person`, () => {
      for (const statementKind of statementKinds) {
        const some = disturbedSome(statementKind, kind);
        assert.ok(some.length > 0, statementKind);
        for (const [plan, [disturbed, { bands, what }]] of some) {
          assert.notDeepEqual(disturbed.pages, plan.pages);
          const [before, after] = [letters(plan), letters(disturbed)];
          if (ADDING.includes(kind)) assert.ok(holds(after, before), what);
          else assert.equal(after, before, what);
          assert.equal(letters(disturbed, true), letters(plan, true), what);
          assert.ok(overlaps(disturbed) <= overlaps(plan), `${statementKind} ${what}`);
          assert.ok(bands.length > 0);
          for (const { page, top, bottom } of bands) {
            assert.ok(page >= 1 && page <= plan.pages.length && top <= bottom);
          }
        }
      }
    });
  }

  it('is read right or warned of there: few of each kind, of which npm run disturb tries 5,000', async () => {
    const tried = await runDisturbances({
      kinds: statementKinds,
      disturbancesOf: () => disturbanceKinds,
      each: 5,
      seed: 1,
      savers: [],
      savedShare: 0,
    });
    assert.ok(tried.length > 100);
    assert.deepEqual(silentLines(tried, true), []);
    assert.deepEqual(
      tried
        .filter(({ outcome }) => outcome === 'wrongBefore')
        .map(({ kind, seed }) => `${kind} ${seed}`),
      [],
    );
  });

  it('is read right where a summary has a column that nobody knows, and says so', async () => {
    const { statement, pdf } = summaryWithColumn(1);
    const { warnings } = await readStatement(pdf, statement.password);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['unknown-column'],
    );
    assert.deepEqual(await wrongAfter('insertColumn', ['cams-summary', 'kfin-summary']), []);
    // Between folio and ISIN, which have one label.
    assert.deepEqual(await wrongAfter('insertColumn', ['cams-summary'], 200_620), []);
  });

  it('is read right where two labels of a summary stand as near to each other as words', async () => {
    assert.deepEqual(await wrongAfter('realignLabels', ['cams-summary'], 50_132), []);
  });

  it('is read right where cells are drawn as one text, with spaces between them', async () => {
    assert.deepEqual(await wrongAfter('joinRuns', ['cams-summary', 'nsdl', 'cdsl']), []);
  });

  it('is read right where a line of words stands among holdings or transactions', async () => {
    assert.deepEqual(await wrongAfter('caption', ['cams-summary', 'nsdl', 'cdsl']), []);
    // Drawn word by word, with numbers among the words.
    assert.deepEqual(await wrongAfter('caption', ['cdsl'], 400_850), []);
  });

  it('is read right where labels are printed again, also with the title of the table', async () => {
    assert.deepEqual(await wrongAfter('repeatHeading', ['cdsl'], 50_004), []);
    // The line above the labels ends a name, in words that labels have too.
    assert.deepEqual(await wrongAfter('repeatHeading', ['cdsl'], 50_028), []);
  });

  it('is read right where a date is drawn in two pieces', async () => {
    assert.deepEqual(await wrongAfter('splitRuns', ['nsdl'], 50_005), []);
    // The second date of a row that prints it twice.
    assert.deepEqual(await wrongAfter('splitRuns', ['cams-detailed'], 613), []);
  });

  it('is warned of where the labels of transactions stand in the name of a scheme', async () => {
    const [tried] = await wrongAfter('insertColumn', ['cams-detailed'], 136);
    assert.equal(tried?.outcome, 'warned');
  });

  it('is read right undisturbed, also where most pages end alike in the middle of a name', async () => {
    const statement = planStatement('cams-summary', 300_490, disturbedOptions(300_490));
    const { text } = await readStatement(
      drawStatement(statement, statement.plan),
      statement.password,
    );
    assert.deepEqual(statementDifferences(statement.truth, exactly(text)), []);
  });

  it('is told from one that is read wrong in silence, or with a warning of another place', async () => {
    const { pdf, password, truth, plan } = generateStatement('nsdl', 3);
    const { text } = await readStatement(pdf, password);
    const sections = [{ page: 2, top: 100, bottom: 200 }];
    const lineAt = (page: number, row: number): number => page * 0 + row * 10;
    const warning = { code: 'table-total', message: '', page: 2, row: 15 };
    const said = (...warnings: (typeof warning)[]) => ({ text, warnings, lineAt });
    assert.ok(plan.pages.length > 2);
    assert.equal(judge(truth, said(), sections).outcome, 'right');
    assert.equal(judge(truth, said(warning), sections).outcome, 'rightButWarned');

    const [account] = truth.demat_accounts;
    assert.ok(account);
    const falsified = { ...truth, demat_accounts: [{ ...account, value: `1${account.value}` }] };
    assert.equal(judge(falsified, said(), sections).outcome, 'silent');
    assert.equal(judge(falsified, said(warning), sections).outcome, 'warned');
    assert.equal(judge(falsified, said({ ...warning, row: 40 }), sections).outcome, 'elsewhere');
    assert.equal(judge(falsified, said({ ...warning, page: 3 }), sections).outcome, 'elsewhere');
    assert.match(
      judge(falsified, said(), sections).wrong[0] ?? '',
      /^\/demat_accounts\/0\/value: /,
    );
  });

  it('counts as wrong in silence with warnings of other places, too, and not where it was wrong before', () => {
    const one = {
      kind: 'nsdl',
      disturbance: 'caption',
      seed: 1,
      what: '',
      through: null,
      wrong: [],
    } as const;
    const outcomes = ['right', 'warned', 'refused', 'elsewhere', 'silent', 'wrongBefore'] as const;
    const tried = outcomes.map((outcome): TriedDisturbance => ({ ...one, outcome }));
    assert.deepEqual(
      tried.filter(isSilent).map(({ outcome }) => outcome),
      ['elsewhere', 'silent'],
    );
    assert.equal(silentShare(tried), 2 / 5);
    assert.match(countsLine('nsdl', tried), /1 in silence \(40.00 %\), 1 wrong before/);
  });

  for (const saver of savers) {
    it(`is tried on files that ${saver} saved again`, async function () {
      if (!installedSavers().includes(saver)) {
        console.log(`      ${saver} is not installed: files that it saved again are not tried`);
        this.skip();
      }
      const tried = await runDisturbances({
        kinds: ['cams-summary'],
        disturbancesOf: () => ['splitRuns'],
        each: 2,
        seed: savers.indexOf(saver),
        savers: [saver],
        savedShare: 1,
      });
      assert.ok(tried.some(({ through }) => through === saver));
    });
  }
});

/** A summary with a column that nobody knows. */
function summaryWithColumn(seed: number): { statement: PlannedStatement; pdf: Uint8Array } {
  const statement = planStatement('cams-summary', seed, disturbedOptions(seed));
  const disturbed = disturb(statement.plan, 'insertColumn', seed);
  assert.ok(disturbed);
  return { statement, pdf: drawStatement(statement, disturbed[0]) };
}

/** What is not read right of a few statements of some kinds after a disturbance. */
async function wrongAfter(
  disturbance: DisturbanceKind,
  kinds: readonly StatementKind[],
  seed = 3,
): Promise<TriedDisturbance[]> {
  const tried = await runDisturbances({
    kinds,
    disturbancesOf: () => [disturbance],
    each: 6,
    seed,
    savers: [],
    savedShare: 0,
  });
  assert.equal(tried.length, 6 * kinds.length);
  return tried.filter(({ wrong }) => wrong.length > 0);
}

function disturbedSome(
  statementKind: (typeof statementKinds)[number],
  kind: (typeof disturbanceKinds)[number],
): [Plan, Disturbed][] {
  return Array.from({ length: 8 }, (_, seed) => seed).flatMap((seed): [Plan, Disturbed][] => {
    const { plan } = planStatement(statementKind, seed, disturbedOptions(seed));
    const disturbed = disturb(plan, kind, seed);
    return disturbed ? [[plan, disturbed]] : [];
  });
}

/** All characters of a plan but spaces, in the order of the alphabet; or of the rows of its portfolio alone. */
function letters({ pages }: Plan, ofRows = false): string {
  const runs = pages.flatMap((page) => page.runs.filter(({ row }) => !ofRows || row !== undefined));
  return runs
    .flatMap(({ text }) => Array.from(text.replaceAll(' ', '')))
    .sort()
    .join('');
}

/** Whether sorted letters hold all of others. */
function holds(all: string, some: string): boolean {
  let at = 0;
  for (const letter of all) if (letter === some[at]) at += 1;
  return at === some.length && all.length > some.length;
}

/** How many texts stand on each other; what is drawn again at its own place does not count. */
function overlaps({ pages }: Plan): number {
  let count = 0;
  for (const { runs } of pages) {
    const level = runs.filter(({ vertical }) => vertical !== true);
    for (const [index, one] of level.entries()) {
      for (const other of level.slice(index + 1)) {
        if (one.text === other.text || !besideEachOther(one, other)) continue;
        if (Math.abs(one.y - other.y) > 0.6 * one.size) continue;
        if (leftOf(one) < rightOf(other) - 0.5 && leftOf(other) < rightOf(one) - 0.5) count += 1;
      }
    }
  }
  return count;
}
