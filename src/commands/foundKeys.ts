import { l10n, workspace } from 'vscode';
import { type DotenvKey, findDotenvKeys } from '../connections/dotenvKeys.ts';
import { type NamedKey, keyAmong } from '../connections/environmentKey.ts';
import type { Container } from '../container.ts';
import { apiBaseUrl } from '../settings.ts';
import { plainText } from '../views/plainText.ts';

import { keepOnceChecked } from './keepOnceChecked.ts';
import { offerGitIgnore } from './offerGitIgnore.ts';

/** A key that is there already, outside of the editor. */
export type FoundKey = NamedKey | DotenvKey;

/** Keys of the environment first, then of `.env` files: the environment has precedence, as with every dotenv tool. */
export async function findKeys(): Promise<readonly FoundKey[]> {
  const inEnvironment = keyAmong(process.env);
  return [...(inEnvironment ? [inEnvironment] : []), ...(await findDotenvKeys())];
}

/** Where a key was found, as the person knows it. */
export function placeOf(found: FoundKey): string {
  return 'file' in found
    ? l10n.t('{0} in {1}', found.variable, plainText(workspace.asRelativePath(found.file)))
    : l10n.t('environment variable {0}', found.variable);
}

/**
 * Uses a key where it is: it is read there for each use and not copied.
 * @returns whether it is in use afterwards
 * @throws AppError
 */
export async function useFoundKey(container: Container, found: FoundKey): Promise<boolean> {
  const { origin } = apiBaseUrl();
  const { variable, key } = found;
  const common = { origin, variable, createdAt: new Date().toISOString() };
  const account =
    'file' in found
      ? {
          ...common,
          id: `dotenv ${origin} ${found.file.toString()}`,
          kind: 'dotenv' as const,
          file: found.file.toString(),
        }
      : { ...common, id: `environment ${origin}`, kind: 'environment' as const };
  const kept = await keepOnceChecked(
    container,
    { account, key, keepKey: false },
    l10n.t('The key of {0} works', placeOf(found)),
  );
  if (kept && 'file' in found) void offerGitIgnore(found.file);
  return kept;
}
