import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decimal } from '../../../../src/portfolio/decimal.ts';

/** One side of a transaction as GnuCash has it after an import. */
export interface GnucashSplit {
  /** ISO date. */
  readonly date: string;
  /** Full name, its parts between colons. */
  readonly account: string;
  /** In units of what the account holds. */
  readonly amount: Decimal;
  /** INR. */
  readonly value: Decimal;
}

const MODULES = '/usr/share/guile/site/3.0';
const LIBRARIES = librariesFolder();

/** Whether GnuCash and the Guile of its importers are there; an error where they have to be. */
export function hasGnucash(): boolean {
  const isThere = LIBRARIES !== undefined && spawnSync('guile', ['--version']).status === 0;
  if (!isThere && process.env.CASPARSER_BOOK_TOOLS === 'required')
    throw new Error('GnuCash has to be installed for this test.');
  return isThere;
}

/** Reads QIF files with GnuCash's own importer in one go. @throws what the importer says against one */
export function importIntoGnucash(files: readonly string[]): readonly (readonly GnucashSplit[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'casparser-gnucash-'));
  try {
    const paths = files.map((text, index) => {
      const path = join(folder, `${index}.qif`);
      writeFileSync(path, text);
      return path;
    });
    const script = join(import.meta.dirname, 'readQif.scm');
    const { status, stdout, stderr, error } = spawnSync('guile', [script, ...paths], {
      encoding: 'utf8',
      // It leaves a log where it runs.
      cwd: folder,
      maxBuffer: 1 << 28,
      env: { ...process.env, ...surroundings(folder) },
    });
    if (error) throw error;
    if (status !== 0) throw new Error(stderr);
    const splits = Map.groupBy(stdout.split('\n').slice(0, -1), (line) => line.split('\t')[0]);
    return paths.map((path) => (splits.get(path) ?? []).map(splitOf));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function splitOf(line: string): GnucashSplit {
  const [, date = '', account = '', amount = '', value = ''] = line.split('\t');
  return { date, account, amount: rational(amount), value: rational(value) };
}

/** `13247/1000`, whose divisor is made of twos and fives. */
function rational(text: string): Decimal {
  const [above = '0', below = '1'] = text.split('/');
  return Decimal.fromInteger(BigInt(above)).dividedBy(Decimal.fromInteger(BigInt(below)), 8);
}

function surroundings(home: string): Record<string, string> {
  const libraries = `${LIBRARIES ?? ''}/gnucash`;
  const both = `${libraries}:${libraries}/gnucash`;
  return {
    HOME: home,
    LC_ALL: 'C.UTF-8',
    GUILE_AUTO_COMPILE: '0',
    GUILE_LOAD_PATH: `${MODULES}:${MODULES}/gnucash/deprecated`,
    GUILE_LOAD_COMPILED_PATH: `${LIBRARIES ?? ''}/guile/3.0/site-ccache`,
    GNC_MODULE_PATH: libraries,
    LD_LIBRARY_PATH: both,
    GUILE_EXTENSIONS_PATH: both,
  };
}

/** Debian has libraries in a folder for each kind of processor. */
function librariesFolder(): string | undefined {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  return folders
    .map((name) => `/usr/lib/${name}`)
    .find((folder) => existsSync(`${folder}/gnucash/libgnc-gnome.so`));
}

/** What a test of it says of itself. */
export function reasonToSkip(): string {
  return hasGnucash() ? '' : ' (skipped: GnuCash is not installed)';
}
