import { type Uri, commands, env, l10n, window } from 'vscode';
import type { ExportFormat } from '../../portfolio/exports/exportSpec.ts';
import type { Shortcomings } from '../../portfolio/exports/activities/activity.ts';
import { fileName } from '../fileName.ts';
import { plainText } from '../plainText.ts';
import { shortcomingTexts } from './shortcomingTexts.ts';

/** Says where the export is and what it could not say, and opens or reveals it on demand. */
export async function tellExported(
  file: Uri,
  format: ExportFormat,
  masked: boolean,
  shortcomings: Shortcomings = {},
): Promise<void> {
  const name = plainText(fileName(file));
  const text = masked
    ? l10n.t('Exported to {0}, with amounts and names hidden.', name)
    : l10n.t('Exported to {0}.', name);
  const lacks = shortcomingTexts(shortcomings, (english, count) => l10n.t(english, count));
  const said =
    lacks.length === 0
      ? text
      : l10n.t('{0} What it could not say as the page does: {1}.', text, lacks.join('; '));
  const open = l10n.t('Open');
  const reveal = l10n.t('Reveal');
  // Only a file of this computer has a folder that its file manager can show.
  const here = file.scheme === 'file' && env.remoteName === undefined;
  const choice = await window.showInformationMessage(said, open, ...(here ? [reveal] : []));
  if (choice === reveal) await commands.executeCommand('revealFileInOS', file);
  if (choice !== open) return;
  // The editor has nothing to show a workbook with.
  if (format === 'xlsx' && here) await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}
