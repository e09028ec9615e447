import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeBadFiles, writeStatements } from '../../fixtures/statements.ts';
import type { WrittenStatement } from '../../fixtures/statements.ts';

const folder = mkdtempSync(join(tmpdir(), 'stand-in-test-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

/** A new folder that is gone when the tests end. */
export function newFolder(): string {
  return mkdtempSync(join(folder, 'folder-'));
}

export const statementFolder = join(folder, 'statements');

let written: Promise<WrittenStatement[]> | undefined;
let bad: Promise<Map<string, string>> | undefined;

/** The sample statements, written once for all tests. */
export function sampleStatements(): Promise<WrittenStatement[]> {
  return (written ??= writeStatements(statementFolder));
}

/** One of them, by its file name. */
export async function sampleStatement(name: string): Promise<WrittenStatement> {
  const found = (await sampleStatements()).find((statement) => statement.name === name);
  if (!found) throw new Error(`no sample statement ${name}`);
  return found;
}

/** Path of a file that is no statement, by its name. */
export async function badFile(name: string): Promise<string> {
  const path = (await (bad ??= writeBadFiles(join(folder, 'bad')))).get(name);
  if (path === undefined) throw new Error(`no bad file ${name}`);
  return path;
}
