import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'dotenv';
import { Uri, workspace } from 'vscode';
import { type NamedKey, keyAmong } from './environmentKey.ts';

/** In the order of precedence that dotenv tools agree on. */
const fileNames = ['.env.local', '.env'] as const;

export interface DotenvKey extends NamedKey {
  readonly file: Uri;
}

/**
 * API keys in the `.env` files at the top of the workspace's folders. They are parsed, never put into the environment,
 * and only in a workspace that the person trusts.
 */
export async function findDotenvKeys(): Promise<readonly DotenvKey[]> {
  if (!workspace.isTrusted) return [];
  const found: DotenvKey[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) {
    for (const name of fileNames) {
      const file = Uri.joinPath(uri, name);
      const named = await readDotenvKey(file);
      if (named) found.push({ ...named, file });
    }
  }
  return found;
}

export interface DotenvFile {
  readonly file: Uri;
  readonly variables: Readonly<Record<string, string>>;
}

/** The `.env` files at the top of the workspace's folders, of a workspace that the person trusts. */
export async function readDotenvFiles(): Promise<readonly DotenvFile[]> {
  if (!workspace.isTrusted) return [];
  const found: DotenvFile[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) {
    for (const name of fileNames) {
      const file = Uri.joinPath(uri, name);
      const text = await workspace.fs.readFile(file).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      );
      if (text !== undefined) found.push({ file, variables: parse(text) });
    }
  }
  return found;
}

/** The key in a `.env` file as it is now; `undefined` also when the workspace is not trusted any more. */
export async function readDotenvKey(
  file: Uri,
  names?: readonly string[],
): Promise<NamedKey | undefined> {
  if (!workspace.isTrusted) return undefined;
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    return keyAmong(parse(text), names);
  } catch {
    return undefined;
  }
}

/**
 * Whether git would put the file into a commit.
 * @returns `undefined` where git does not know: no git, or no repository
 */
export async function isGitIgnored(file: Uri): Promise<boolean | undefined> {
  if (file.scheme !== 'file') return undefined;
  try {
    const args = ['-C', dirname(file.fsPath), 'check-ignore', '--quiet', '--', file.fsPath];
    // Windows looks for programs in the current folder first, and a workspace may have a git of its own.
    await promisify(execFile)('git', args, { cwd: dirname(process.execPath) });
    return true;
  } catch (error) {
    // git says 1 for "not ignored" and 128 for everything else.
    return (error as { code?: unknown }).code === 1 ? false : undefined;
  }
}
