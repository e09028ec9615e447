import { Uri, l10n, window } from 'vscode';

/**
 * The PDFs to parse: those that a menu passes, or else those that the person chooses.
 * @param selection the file under the pointer, then all that are selected. It comes from menus and from other extensions alike, so
 * nothing is taken for granted.
 */
export async function selectedPdfs([one, all]: unknown[]): Promise<readonly Uri[]> {
  if (Array.isArray(all) && all.length > 0 && all.every((uri) => uri instanceof Uri)) return all;
  return one instanceof Uri ? [one] : choosePdfs();
}

async function choosePdfs(): Promise<readonly Uri[]> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Parse CAS PDF'),
    openLabel: l10n.t('Parse'),
    canSelectMany: true,
    filters: { PDF: ['pdf', 'PDF'] },
  });
  return chosen ?? [];
}
