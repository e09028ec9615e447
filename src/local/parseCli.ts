import { readFile } from 'node:fs/promises';
import { fstatSync } from 'node:fs';
import { LocalParseError } from './localParseError.ts';
import { parseLocally } from './parseLocally.ts';

/** Exit codes: 2 for how it was called, 1 for what cannot be read. */
const USAGE =
  'Usage: npm run --silent parse -- FILE (password in CAS_PASSWORD or on standard input)';

/** Standard input is waited for at most this long: a pipe that nobody writes to must not hold the parse up. */
const LONGEST_WAIT_MS = 3000;

class UsageError extends Error {}

try {
  const [path, ...others] = process.argv.slice(2);
  if (path === undefined || others.length > 0) throw new UsageError(USAGE);
  const bytes = await readFile(path).catch(() => {
    throw new UsageError('The file cannot be read.');
  });
  const { text, warnings } = await parseLocally(bytes, { password: await findPassword() });
  await print(`${text}\n`);
  if (warnings.length > 0) {
    process.stderr.write(`Read with ${warnings.length} warnings: see x_casparser.warnings.\n`);
  }
} catch (error) {
  const known = error instanceof LocalParseError || error instanceof UsageError;
  process.stderr.write(`${known ? error.message : 'The statement cannot be read.'}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function findPassword(): Promise<string> {
  const given = process.env.CAS_PASSWORD;
  if (given !== undefined && given !== '') return given;
  return readsFromPipe() ? firstLine() : '';
}

/** A terminal, /dev/null or nothing at all holds no password. */
function readsFromPipe(): boolean {
  try {
    const stat = fstatSync(0);
    return stat.isFIFO() || stat.isFile() || stat.isSocket();
  } catch {
    return false;
  }
}

async function firstLine(): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const done = (): void => {
      clearTimeout(timer);
      process.stdin.pause();
      process.stdin.unref();
      resolve(/^[^\r\n]*/.exec(text)?.[0] ?? '');
    };
    const timer = setTimeout(done, LONGEST_WAIT_MS);
    process.stdin.setEncoding('utf8');
    process.stdin.on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) done();
    });
    process.stdin.on('end', done);
    process.stdin.on('error', done);
  });
}

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', reject);
    process.stdout.write(text, () => resolve());
  });
}
