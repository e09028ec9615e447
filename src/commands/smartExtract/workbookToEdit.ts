import { type QuickPickItem, Uri, l10n, window, workspace } from 'vscode';
import { fileName } from '../../views/fileName.ts';
import { plainText } from '../../views/plainText.ts';
import {
  WORKBOOK_ENDING,
  type Workbook,
  readWorkbook,
  workbookName,
} from '../../views/smartExtract/workbookFile.ts';

export type WorkbookChoice =
  | { readonly to: 'edit'; readonly workbook: Workbook; readonly file: Uri }
  | { readonly to: 'extract' }
  | { readonly to: 'giveUp' };

/** Whether an earlier extraction is edited again: the file that is passed is one, or one stands beside it and the person wants it. */
export async function workbookToEdit(passed: unknown): Promise<WorkbookChoice> {
  if (!(passed instanceof Uri)) return { to: 'extract' };
  if (fileName(passed).toLowerCase().endsWith(WORKBOOK_ENDING)) {
    const workbook = await read(passed);
    return workbook ? editing(workbook, passed) : tellNoWorkbook(passed);
  }
  const beside = Uri.joinPath(passed, '..', workbookName(fileName(passed)));
  const workbook = await read(beside);
  if (!workbook) return { to: 'extract' };
  const ways: (QuickPickItem & { readonly choice: WorkbookChoice })[] = [
    {
      label: l10n.t('{0} Edit What Was Saved', '$(edit)'),
      description: plainText(fileName(beside)),
      choice: editing(workbook, beside),
    },
    { label: l10n.t('{0} Extract Anew', '$(refresh)'), choice: { to: 'extract' } },
  ];
  const picked = await window.showQuickPick(ways, { title: l10n.t('Open in SmartExtract') });
  return picked?.choice ?? { to: 'giveUp' };
}

/** What is saved next goes where the workbook is, under the document's name. */
function editing(workbook: Workbook, at: Uri): WorkbookChoice {
  const name = workbook.fileName.split(/[/\\]/u).at(-1) ?? '';
  return { to: 'edit', workbook, file: Uri.joinPath(at, '..', name === '' ? fileName(at) : name) };
}

async function read(file: Uri): Promise<Workbook | undefined> {
  try {
    return readWorkbook(new TextDecoder().decode(await workspace.fs.readFile(file)));
  } catch {
    return undefined;
  }
}

async function tellNoWorkbook(file: Uri): Promise<WorkbookChoice> {
  const choose = l10n.t('Choose Document');
  const choice = await window.showErrorMessage(
    l10n.t(
      '{0} is not what SmartExtract saved, or was changed since; open the document itself.',
      plainText(fileName(file)),
    ),
    choose,
  );
  return { to: choice === choose ? 'extract' : 'giveUp' };
}
