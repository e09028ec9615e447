import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isActivityFormat } from '../../../../src/portfolio/exports/activities/activityFileOf.ts';
import { EXPORT_FORMATS, EXPORT_TABLES } from '../../../../src/portfolio/exports/exportSpec.ts';
import { runExport } from '../../../../src/views/exports/runExport.ts';
import { textToSave } from '../../../../src/portfolio/savedPortfolio.ts';
import { GIFTED_FOLIO, GIFT_FACTS } from '../../portfolio/giftedFolio.ts';
import { sampleText } from '../../portfolio/samples.ts';
import { readWorkbook } from '../../portfolio/exports/workbook.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const CLI = join(ROOT, 'src/views/exports/exportCli.ts');
const WORKER = join(ROOT, 'src/views/exports/exportWorker.ts');

interface Outcome {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

/** Runs the command line as a script would. */
function run(command: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out), err }));
  });
}

function exportCli(...args: readonly string[]): Promise<Outcome> {
  return run(process.execPath, [CLI, ...args]);
}

describe('npm run export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casparser-export-'));
  const saved = join(folder, 'march.cas.json');
  const text = sampleText('cams_kfintech');
  writeFileSync(saved, text);
  after(() => rmSync(folder, { recursive: true }));

  for (const format of EXPORT_FORMATS)
    for (const what of EXPORT_TABLES) {
      if (format === 'json' || format === 'schedule112a') continue;
      it(`writes ${what} as ${format} byte for byte as the editor does`, async () => {
        const source = new TextEncoder().encode(text);
        const spec = { format, what, masked: false };
        const job = { source, spec, sample: false };
        const byEditor = await runExport(WORKER, job, new AbortController().signal);
        assert.ok(byEditor?.ok);
        const { code, out, err } = await exportCli(saved, '--format', format, '--what', what);
        assert.equal(code, 0);
        // What another program's format cannot say is told beside the file.
        assert.match(err, isActivityFormat(format) ? /^(What it could not say: .+\n)?$/ : /^$/);
        // A workbook is a ZIP, which has the time in it.
        if (format === 'xlsx') assert.deepEqual(readWorkbook(out), readWorkbook(byEditor.bytes));
        else assert.equal(out.toString(), Buffer.from(byEditor.bytes).toString());
      });
    }

  it('writes holdings where nobody says what, and into a file where one is named', async () => {
    const target = join(folder, 'march.csv');
    const { code, out, err } = await exportCli(saved, '--format', 'csv', '--out', target);
    assert.deepEqual({ code, out: out.toString(), err }, { code: 0, out: '', err: '' });
    const shown = await exportCli(saved, '--format=csv', '--what=holdings');
    assert.equal(readFileSync(target, 'utf8'), shown.out.toString());
  });

  it('hides amounts and names on demand', async () => {
    const { out } = await exportCli(saved, '--format', 'csv', '--masked');
    assert.match(out.toString(), /••••/);
    assert.ok(!out.toString().includes('671.951'));
  });

  it('says of sample data that it is', async () => {
    const sample = join(folder, 'sample.cas.json');
    writeFileSync(sample, textToSave(text, true));
    const { out } = await exportCli(sample, '--format', 'markdown');
    assert.match(out.toString(), /Sample data/);
  });

  it('knows what only the owner of the units knows, from a file', async () => {
    const gift = join(folder, 'gift.cas.json');
    const facts = join(folder, 'facts.json');
    writeFileSync(gift, GIFTED_FOLIO);
    writeFileSync(facts, JSON.stringify(GIFT_FACTS));
    const spec = { format: 'beancount', what: 'transactions', masked: false } as const;
    const source = new TextEncoder().encode(GIFTED_FOLIO);
    const job = { source, spec, sample: false, facts: GIFT_FACTS };
    const byEditor = await runExport(WORKER, job, new AbortController().signal);
    assert.ok(byEditor?.ok);
    const asked = [gift, '--format', 'beancount', '--what', 'transactions'];
    const { out } = await exportCli(...asked, '--facts', facts);
    assert.equal(out.toString(), Buffer.from(byEditor.bytes).toString());
    assert.match(out.toString(), /2017-01-10/);
    assert.doesNotMatch((await exportCli(...asked)).out.toString(), /2017-01-10/);
  });

  it('runs through npm with the Node of the system', async () => {
    const { code, out } = await run('npm', [
      ...['run', '--silent', 'export', '--', saved],
      ...['--format', 'hledger'],
    ]);
    assert.equal(code, 0);
    assert.equal(out.toString(), (await exportCli(saved, '--format', 'hledger')).out.toString());
  });

  it('tells how it is called, and ends with 2, when it is called otherwise', async () => {
    const calls: readonly (readonly string[])[] = [
      [],
      [saved],
      [saved, '--format', 'pdf'],
      [saved, '--format', 'json'],
      [saved, '--format', 'schedule112a'],
      [saved, '--format'],
      [saved, saved, '--format', 'csv'],
      [saved, '--format', 'csv', '--what', 'funds'],
      [saved, '--format', 'csv', '--secret', 'Hunter2'],
      [saved, '--format', 'hledger', '--masked'],
      [saved, '--format', 'csv', '--out', saved],
    ];
    for (const call of calls) {
      const { code, out, err } = await exportCli(...call);
      assert.deepEqual({ code, out: out.toString() }, { code: 2, out: '' }, call.join(' '));
      assert.match(err, /^(.*\n)?Usage: npm run --silent export -- FILE --format csv\|.*\n$/);
      assert.ok(!err.includes('Hunter2'));
    }
    const { err: usage } = await exportCli();
    for (const format of EXPORT_FORMATS)
      if (format !== 'json' && format !== 'schedule112a') assert.ok(usage.includes(format));
    assert.equal(readFileSync(saved, 'utf8'), text);
  });

  it('says in one sentence why there is no export, and ends with 1', async () => {
    const broken = join(folder, 'broken.cas.json');
    writeFileSync(broken, '{"investor": ');
    const other = join(folder, 'other.json');
    writeFileSync(other, '{"name": "package"}');
    const calls: readonly (readonly [readonly string[], RegExp])[] = [
      [[join(folder, 'nowhere.cas.json')], /cannot be read/],
      [[folder], /cannot be read/],
      [[broken], /no portfolio/],
      [[other], /no portfolio/],
      [[saved, '--out', join(folder, 'nowhere', 'x.csv')], /cannot be written/],
      [[saved, '--facts', other], /does not hold facts as they are documented: see version/],
    ];
    const before = readdirSync(folder);
    for (const [call, said] of calls) {
      const { code, out, err } = await exportCli(...call, '--format', 'csv');
      assert.deepEqual({ code, out: out.toString() }, { code: 1, out: '' }, call.join(' '));
      assert.match(err, said);
      assert.equal(err.trimEnd().split('\n').length, 1, err);
      assert.ok(!err.includes('    at '));
    }
    assert.deepEqual(readdirSync(folder), before);
  });
});
