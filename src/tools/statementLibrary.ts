import { createHash } from 'node:crypto';
import type { Portfolio } from '../portfolio/model.ts';
import { readPortfolio } from '../portfolio/readPortfolio.ts';
import { isSample } from '../portfolio/savedPortfolio.ts';
import { ToolError } from './toolError.ts';

/** A statement that was parsed before, wherever it is kept. */
export interface KnownStatement {
  /** Short, of its content: the same wherever and whenever the same answer is read. */
  readonly id: string;
  /** What a person may call it: the name of its file. It may say whose it is. */
  readonly file: string | null;
  readonly portfolio: Portfolio;
  /** From the sandbox: nobody's. */
  readonly sample: boolean;
}

/** Where tools find what has been parsed. It is asked anew for each call: files come and go. */
export interface StatementLibrary {
  read(): Promise<Library>;
}

export interface Library {
  readonly statements: readonly KnownStatement[];
  /** How many are too large to be read for models, one by one or together. */
  readonly leftOut: number;
}

/** @param text the JSON of a portfolio. @returns undefined for anything else */
export function knownStatement(text: string, file: string | null): KnownStatement | undefined {
  const read = readPortfolio(text);
  if (!read.ok) return undefined;
  const id = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return { id, file, portfolio: read.portfolio, sample: isSample(text) };
}

/** Each statement once, the latest first; those that say no date come last. */
export function inOrder(found: readonly KnownStatement[]): KnownStatement[] {
  const once = new Map<string, KnownStatement>();
  // A statement that is both kept and saved is known by the name of its file.
  for (const statement of found)
    if (statement.file !== null || !once.has(statement.id)) once.set(statement.id, statement);
  return [...once.values()].sort((one, other) => dayOf(other).localeCompare(dayOf(one)));
}

/**
 * The statement that a model means: by its id, or by the name of its file, which the person may have given.
 * @throws ToolError
 */
export async function statementOf(
  library: StatementLibrary,
  wanted: string,
): Promise<KnownStatement> {
  const { statements: all, leftOut } = await library.read();
  const name = lastPart(wanted).toLowerCase();
  const found =
    all.find(({ id }) => id === wanted) ??
    all.find(({ file }) => file !== null && lastPart(file).toLowerCase() === name);
  if (found) return found;
  if (all.length === 0 && leftOut > 0)
    throw new ToolError(
      'What has been parsed is too large to be read here. Ask the user to open it in the editor.',
    );
  throw new ToolError(
    all.length === 0
      ? 'Nothing has been parsed yet: there is no saved portfolio (*.cas.json) here. Ask the user to parse a statement.'
      : `There is no such statement. Call casparser_list_statements and use one of its ids, such as ${all[0]?.id ?? ''}.`,
  );
}

function lastPart(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path;
}

function dayOf({ portfolio }: KnownStatement): string {
  return portfolio.statement.to ?? '';
}
