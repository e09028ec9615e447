import { l10n } from 'vscode';

/** The translations of the editor's language, where the extension has them, for a page to look up by the English. */
export function pageWords(): Record<string, string> {
  const bundle: Record<string, string | { message: string }> = l10n.bundle ?? {};
  return Object.fromEntries(
    Object.entries(bundle).map(([english, local]) => [
      english,
      typeof local === 'string' ? local : local.message,
    ]),
  );
}
