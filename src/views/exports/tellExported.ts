import { type Uri, commands, env, l10n, window } from 'vscode';
import type { ExportFormat } from '../../portfolio/exports/exportSpec.ts';
import { fileName } from '../fileName.ts';
import { plainText } from '../plainText.ts';

/** Says where the export is, and opens or reveals it on demand. */
export async function tellExported(
  file: Uri,
  format: ExportFormat,
  masked: boolean,
): Promise<void> {
  const name = plainText(fileName(file));
  const text = masked
    ? l10n.t('Exported to {0}, with amounts and names hidden.', name)
    : l10n.t('Exported to {0}.', name);
  const open = l10n.t('Open');
  const reveal = l10n.t('Reveal');
  // Only a file of this computer has a folder that its file manager can show.
  const here = file.scheme === 'file' && env.remoteName === undefined;
  const choice = await window.showInformationMessage(text, open, ...(here ? [reveal] : []));
  if (choice === reveal) await commands.executeCommand('revealFileInOS', file);
  if (choice !== open) return;
  // The editor has nothing to show a workbook with.
  if (format === 'xlsx' && here) await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}
