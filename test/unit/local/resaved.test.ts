import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import { readStatement } from '../../../src/local/readStatement.ts';
import { launchChromium } from '../../editor/chromium.ts';
import {
  drawStatement,
  planStatement,
} from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { PlannedStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../../fixtures/statementsGenerator/kinds.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import { planAsHtml } from '../../fixtures/statementsGenerator/page/planAsHtml.ts';
import { differences } from './differences.ts';
import { isInstalled, savedAgain } from './resaving.ts';
import type { Resaver } from './resaving.ts';
import { saidIn } from './said.ts';

/** Wide numbers overlap the cells beside them, wrapped cells have short pieces, and ISINs have a soft hyphen. */
const VARIETY: readonly Partial<StatementOptions>[] = [
  {},
  { wideAmounts: true, wrappedCells: true, softHyphenIsin: true },
];

function planned(changes: Partial<StatementOptions>, seed: number): readonly PlannedStatement[] {
  return statementKinds.map((kind) =>
    planStatement(kind, seed, { ...changes, encryption: 'none' }),
  );
}

async function saidBy(pdf: Uint8Array): Promise<Record<string, unknown>> {
  const { text, warnings } = await readStatement(pdf, '');
  assert.deepEqual(warnings, []);
  return saidIn(text);
}

async function saysTheSame(statement: PlannedStatement, again: Uint8Array): Promise<void> {
  const said = await saidBy(drawStatement(statement, statement.plan));
  assert.deepEqual(differences(said, await saidBy(again)), []);
}

/** A test that needs a program, or says that it is missing. */
function itWith(program: Resaver, what: string, test: () => Promise<void>): void {
  it(what, async function () {
    if (isInstalled(program)) return test();
    process.stderr.write(`NOT TESTED, as ${program} is not installed: ${what}\n`);
    this.skip();
  });
}

describe('A statement that another program saved again says the same', () => {
  const ways: readonly (readonly [string, Resaver, readonly string[]])[] = [
    ['by Ghostscript, which writes a row as one operation', 'gs', []],
    ['by cairo, which writes a row as one operation', 'pdftocairo', []],
    ['by Ghostscript, on larger paper', 'gs', ['-dFIXEDMEDIA', '-dPDFFitPage', '-sPAPERSIZE=a3']],
    ['by qpdf, with the last page turned by a quarter', 'qpdf', ['--rotate=+90:z']],
    ['by qpdf, with all pages upside down', 'qpdf', ['--rotate=+180']],
    ['by qpdf, with all pages turned by three quarters', 'qpdf', ['--rotate=+270']],
    [
      'by qpdf, linearised and with object streams',
      'qpdf',
      ['--linearize', '--object-streams=generate'],
    ],
  ];
  for (const [what, program, how] of ways)
    itWith(program, what, async () => {
      const variety = program === 'qpdf' || how.length > 0 ? VARIETY.slice(1) : VARIETY;
      for (const [seed, changes] of variety.entries())
        for (const statement of planned(changes, seed + 21)) {
          const pdf = drawStatement(statement, statement.plan);
          await saysTheSame(statement, savedAgain(pdf, program, how));
        }
    });
});

describe('A statement that another program locked or laid out again', () => {
  itWith('qpdf', 'is opened by a password of letters outside of ASCII', async () => {
    const [statement] = planned({}, 21);
    assert.ok(statement);
    const pdf = drawStatement(statement, statement.plan);
    for (const password of ['p\u00e4ssw\u00f6rt', '\u092a\u093e\u0938\u0935\u0930\u094d\u0921'])
      for (const algorithm of ['--use-aes=n', '--use-aes=y']) {
        const how = ['--encrypt', password, password, '128', algorithm, '--'];
        const locked = savedAgain(pdf, 'qpdf', ['--allow-weak-crypto', ...how]);
        assert.deepEqual((await readStatement(locked, password)).warnings, []);
        assert.deepEqual((await readStatement(locked, password.normalize('NFD'))).warnings, []);
      }
  });

  itWith('gs', 'is refused by name where several pages are on one sheet', async () => {
    for (const statement of planned({}, 21)) {
      if (statement.plan.pages.length < 2) continue;
      const pdf = drawStatement(statement, statement.plan);
      await assert.rejects(
        readStatement(savedAgain(pdf, 'gs', ['-sNupControl=2x1']), ''),
        (error: unknown) => error instanceof LocalParseError && error.code === 'several-pages',
      );
    }
  });
});

describe('A statement that a browser printed says the same', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  it('with letters one by one at whole pixels', async () => {
    const page = await browser.newPage();
    for (const statement of planned({ wideAmounts: true, wrappedCells: true }, 31)) {
      await page.setContent(planAsHtml(statement.plan));
      await page.evaluate('document.fonts.ready');
      await saysTheSame(statement, await page.pdf({ preferCSSPageSize: true }));
    }
  });
});
