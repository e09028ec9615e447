import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { exactly, fixturePath } from './fixtures.ts';

const cli = new URL('../../../src/local/parseCli.ts', import.meta.url).pathname;

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a script would. `stdin` null is /dev/null. */
function run(args: readonly string[], stdin: string | null, password?: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...(password === undefined ? {} : { CAS_PASSWORD: password }) };
    if (password === undefined) delete env.CAS_PASSWORD;
    const child = spawn(process.execPath, [cli, ...args], {
      env,
      stdio: [stdin === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    if (stdin !== null) child.stdin?.end(stdin);
  });
}

describe('npm run parse', () => {
  const cams = fixturePath('cams-detailed.pdf');

  it('prints the portfolio as JSON, with the password from CAS_PASSWORD', async () => {
    const { code, out, err } = await run([cams], null, 'Pass@1234');
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.equal(exactly(out).summary.total_value, '342129.25');
  });

  it('takes the password from standard input', async () => {
    const { code, out } = await run([cams], 'Pass@1234\n');
    assert.equal(code, 0);
    assert.equal(exactly(out).x_casparser.engine, 'local');
  });

  it('says in one line why a file cannot be read, and fails', async () => {
    const cases: readonly (readonly [
      readonly string[],
      string | null,
      string | undefined,
      RegExp,
    ])[] = [
      [[cams], null, undefined, /needs a password/],
      [[cams], null, 'Secret9', /does not open/],
      [[cams], 'Secret9\n', undefined, /does not open/],
      [[cli], null, undefined, /not a PDF/],
      [['/nowhere/at-all.pdf'], null, undefined, /cannot be read/],
      [[], null, undefined, /Usage/],
    ];
    for (const [args, stdin, password, message] of cases) {
      const { code, out, err } = await run(args, stdin, password);
      assert.notEqual(code, 0);
      assert.equal(out, '');
      assert.match(err, message);
      assert.equal(err.trimEnd().split('\n').length, 1, err);
      assert.ok(!err.includes('Secret9') && !err.includes('    at '));
    }
  });
});
