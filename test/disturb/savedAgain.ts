import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs that people's statements went through. */
export const savers = ['ghostscript', 'cairo'] as const;

export type Saver = (typeof savers)[number];

const commands: Readonly<Record<Saver, (from: string, to: string) => [string, string[]]>> = {
  ghostscript: (from, to) => [
    'gs',
    ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-o', to, from],
  ],
  cairo: (from, to) => ['pdftocairo', ['-pdf', from, to]],
};

const versions: Readonly<Record<Saver, [string, string]>> = {
  ghostscript: ['gs', '--version'],
  cairo: ['pdftocairo', '-v'],
};

/** The programs that this machine has. */
export function installedSavers(): Saver[] {
  return savers.filter((saver) => {
    const [program, argument] = versions[saver];
    return spawnSync(program, [argument], { stdio: 'ignore' }).error === undefined;
  });
}

/**
 * The PDF as a program writes it again.
 * @throws Error when the program cannot be run or fails
 */
export function savedAgain(pdf: Uint8Array, saver: Saver): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'saved-again-'));
  try {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
    writeFileSync(from, pdf);
    const [program, given] = commands[saver](from, to);
    const { status, error, stderr } = spawnSync(program, given, { encoding: 'utf8' });
    if (error || status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
    return Uint8Array.from(readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
