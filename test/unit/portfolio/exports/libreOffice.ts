import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from './readCsv.ts';

/** Whether LibreOffice is there; an error where it has to be. */
export function hasLibreOffice(): boolean {
  const isThere = spawnSync('sh', ['-c', 'command -v soffice']).status === 0;
  if (!isThere && process.env.CASPARSER_BOOK_TOOLS === 'required')
    throw new Error('LibreOffice has to be installed for this test.');
  return isThere;
}

/** What a test of it says of itself. */
export function reasonToSkip(): string {
  return hasLibreOffice() ? '' : ' (skipped: LibreOffice is not installed)';
}

/** Comma, double quotes, UTF-8, from the first line, English (USA), quotes where needed, raw values in place of formats, every sheet. */
const CSV_OF_EVERY_SHEET =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1';
/** How it opens a CSV: as it does by itself when nobody says how, with the comma alone between cells. */
const CSV_AS_IT_IS = 'Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true';

/**
 * Opens files as a person does by a double click, and saves what it understood: the cells of each sheet, by `name-Sheet`, numbers in
 * all of their digits.
 * @param files by their names, all with one ending
 */
export function openedByLibreOffice(
  files: ReadonlyMap<string, Uint8Array | string>,
): ReadonlyMap<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'casparser-office-'));
  try {
    const paths = Array.from(files, ([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    });
    const target = join(folder, 'opened');
    const isCsv = paths.every((path) => path.endsWith('.csv'));
    const { status, stderr, error } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--norestore'],
        ...(isCsv ? [`--infilter=${CSV_AS_IT_IS}`] : []),
        ...['--convert-to', CSV_OF_EVERY_SHEET, '--outdir', target],
        ...paths,
      ],
      { encoding: 'utf8', env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' } },
    );
    if (error) throw error;
    if (status !== 0) throw new Error(stderr);
    return new Map(
      readdirSync(target).map((name) => [
        name.replace(/\.csv$/, ''),
        readCsv(readFileSync(join(target, name), 'utf8').replaceAll('\n', '\r\n')),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
