import { l10n, window, workspace } from 'vscode';
import type { Uri } from 'vscode';
import { templateLine } from '../portfolio/gains/scheduleTemplate.ts';
import type { TemplateLine } from '../portfolio/gains/scheduleTemplate.ts';
import { fileName } from '../views/fileName.ts';
import { plainText } from '../views/plainText.ts';

const LARGEST_TEMPLATE = 1024 * 1024;

/**
 * Asks for the portal's template of Schedule 112A until there is one, or none is wanted.
 * @param year of the sales, `2024-25`
 * @returns its first line
 */
export async function chooseTemplate(year: string): Promise<Uint8Array | undefined> {
  for (;;) {
    const [file] =
      (await window.showOpenDialog({
        title: l10n.t('Choose the CSV Template of the Portal'),
        filters: { CSV: ['csv'] },
      })) ?? [];
    if (!file) return undefined;
    const found = await lineOf(file, year);
    if (typeof found === 'object' && found.ok) return found.line;
    const another = l10n.t('Choose Another Template');
    const text = refusal(found, plainText(fileName(file)), year);
    if ((await window.showErrorMessage(text, another)) !== another) return undefined;
  }
}

type Refused = 'unreadable' | 'large' | Exclude<TemplateLine, { ok: true }>;

async function lineOf(file: Uri, year: string): Promise<TemplateLine | 'unreadable' | 'large'> {
  try {
    const { size } = await workspace.fs.stat(file);
    if (size > LARGEST_TEMPLATE) return 'large';
    return templateLine(await workspace.fs.readFile(file), year);
  } catch {
    return 'unreadable';
  }
}

function refusal(found: Refused, file: string, year: string): string {
  if (found === 'unreadable') return l10n.t('{0} cannot be read, so nothing was written.', file);
  if (found === 'large')
    return l10n.t('{0} is too large for a template, so nothing was written.', file);
  return found.reason === 'columns'
    ? l10n.t(
        'The first line of {0} has {1} columns, and the template of Schedule 112A for sales of {2} has {3}; nothing was written. Download the template of that year.',
        ...[file, found.found, year, found.wanted],
      )
    : l10n.t(
        'The first line of {0} begins with “{1}” and is not that of the template of Schedule 112A for sales of {2}; nothing was written. Download the template in the schedule on the portal.',
        ...[file, plainText(found.found), year],
      );
}
