import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program of the machine that reads journals. */
export interface AccountingTool {
  readonly name: string;
  /** The format that it reads. */
  readonly format: 'hledger' | 'ledger' | 'beancount';
  readonly isInstalled: boolean;
  /** What it has to say against a journal; nothing when it accepts it. */
  readonly complaint: (journal: string) => string;
}

export const ACCOUNTING_TOOLS: readonly AccountingTool[] = [
  tool('hledger', 'hledger', (file) => ['-f', file, 'check', '--strict']),
  tool('ledger', 'ledger', (file) => ['--args-only', '--pedantic', '-f', file, 'balance']),
  tool('bean-check', 'beancount', (file) => [file]),
];

/** Without a locale of the machine some tools read no letter beyond ASCII. */
const surroundings = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } } as const;

/** Where an installed tool's further programs can be asked about a journal. */
export function askTool(
  command: string,
  journal: string,
  args: (file: string) => string[],
): string {
  return withFile(journal, (file) => {
    const { status, stdout, stderr, error } = spawnSync(command, args(file), surroundings);
    if (error) throw error;
    return status === 0 ? stdout : `${stdout}${stderr}`;
  });
}

function tool(
  name: string,
  format: AccountingTool['format'],
  args: (file: string) => string[],
): AccountingTool {
  return {
    name,
    format,
    isInstalled: spawnSync(name, ['--version']).status === 0,
    complaint: (journal) =>
      withFile(journal, (file) => {
        const { status, stdout, stderr, error } = spawnSync(name, args(file), surroundings);
        if (error) throw error;
        return status === 0 && stderr === '' ? '' : `${stdout}${stderr}` || `status ${status ?? 0}`;
      }),
  };
}

function withFile<T>(journal: string, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'casparser-journal-'));
  try {
    const file = join(folder, 'portfolio.journal');
    writeFileSync(file, journal);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
