import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs that people's statements go through. */
export type Resaver = 'gs' | 'pdftocairo' | 'qpdf';

export function isInstalled(program: Resaver): boolean {
  // Where they were installed for the tests, one that does not run is a failure.
  if (process.env.CASPARSER_PDF_TOOLS === 'required') return true;
  try {
    execFileSync(program, [program === 'pdftocairo' ? '-v' : '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Saves a PDF again by a program. Its arguments are those that say how; the files are added. */
export function savedAgain(
  pdf: Uint8Array,
  program: Resaver,
  how: readonly string[] = [],
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'resaved-'));
  try {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
    writeFileSync(from, pdf);
    execFileSync(program, argumentsOf(program, how, from, to), { stdio: 'pipe' });
    return Uint8Array.from(readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function argumentsOf(
  program: Resaver,
  how: readonly string[],
  from: string,
  to: string,
): readonly string[] {
  switch (program) {
    case 'gs':
      return [
        '-q',
        '-dNOPAUSE',
        '-dBATCH',
        '-sDEVICE=pdfwrite',
        ...how,
        `-sOutputFile=${to}`,
        from,
      ];
    case 'pdftocairo':
      return ['-pdf', ...how, from, to];
    case 'qpdf':
      return [...how, from, to];
  }
}
