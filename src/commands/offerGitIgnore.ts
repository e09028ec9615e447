import { Uri, l10n, window, workspace } from 'vscode';
import { isGitIgnored } from '../connections/dotenvKeys.ts';
import { plainText } from '../views/plainText.ts';

/** What keeps the usual files with keys out of a repository. */
const lines = ['.env', '.env.local', '.env.*.local'];

/** Offers to keep a file that holds a key out of the repository, if git would take it in. */
export async function offerGitIgnore(file: Uri): Promise<void> {
  if ((await isGitIgnored(file)) !== false) return;
  const add = l10n.t('Add to .gitignore');
  const choice = await window.showWarningMessage(
    l10n.t(
      '{0} holds an API key, and git would commit it; have it ignored.',
      plainText(workspace.asRelativePath(file)),
    ),
    add,
  );
  if (choice === add) await addToGitIgnore(Uri.joinPath(file, '..', '.gitignore'));
}

async function addToGitIgnore(gitIgnore: Uri): Promise<void> {
  const before = await workspace.fs.readFile(gitIgnore).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  const there = new Set(before.split(/\r?\n/));
  const missing = lines.filter((line) => !there.has(line));
  const separator = before === '' || before.endsWith('\n') ? '' : '\n';
  const after = `${before}${separator}${missing.join('\n')}\n`;
  try {
    await workspace.fs.writeFile(gitIgnore, new TextEncoder().encode(after));
  } catch {
    void window.showErrorMessage(
      l10n.t('{0} cannot be written.', plainText(workspace.asRelativePath(gitIgnore))),
    );
  }
}
