import { Uri, l10n } from 'vscode';
import type { Account } from '../../connections/account.ts';
import { componentUrl, sessionOf } from '../../connections/smartExtract/smartExtract.ts';
import type { Rooms } from '../../rooms.ts';
import { isProblem } from '../../service/problem.ts';
import { smartExtractComponent } from '../../settings.ts';
import { fileName } from '../../views/fileName.ts';
import { openInBrowser as openAddress } from '../../views/openInBrowser.ts';
import type { ComponentRequest } from '../../views/smartExtract/componentMessages.ts';
import { showComponent } from '../../views/smartExtract/componentPanel.ts';
import { WORKBOOK_ENDING } from '../../views/smartExtract/workbookFile.ts';
import { withCancellableProgress } from '../progress.ts';
import { reportProblem } from '../reportProblem.ts';
import { asDataUrl, chooseDocument } from './chooseDocument.ts';
import { connectedSmartExtract } from './connectedSmartExtract.ts';
import { smartExtractRooms } from './smartExtractRooms.ts';
import { parsesInstead } from './parsesInstead.ts';
import { workbookToEdit } from './workbookToEdit.ts';

/** Opens a document in the SmartExtract component, with a session of its own. What fails is told here. */
export async function openInSmartExtract(rooms: Rooms, passed: unknown): Promise<void> {
  await parsesInstead(rooms, passed, async () => {
    const wanted = await wantedOf(rooms, passed);
    const account = wanted && (await connectedSmartExtract(rooms));
    if (!account) return;
    const url = await newSession(rooms, account);
    showComponent({
      extensionUri: rooms.extensionUri,
      ...wanted,
      url,
      openInBrowser: () => void openInBrowser(rooms, account, fileName(wanted.file)),
    });
  });
}

interface Wanted {
  readonly file: Uri;
  readonly request: ComponentRequest;
}

/** A document to extract, or an extraction to edit again. @throws Problem */
async function wantedOf(rooms: Rooms, passed: unknown): Promise<Wanted | undefined> {
  const choice = await workbookToEdit(passed);
  if (choice.to === 'giveUp') return undefined;
  if (choice.to === 'edit') {
    const { file, workbook } = choice;
    return { file, request: { type: 'sendEditDataRequest', detail: workbook } };
  }
  const isWorkbook = passed instanceof Uri && fileName(passed).endsWith(WORKBOOK_ENDING);
  const document = await chooseDocument(rooms, isWorkbook ? undefined : passed);
  if (!document) return undefined;
  const { file } = document;
  const detail = { fileName: fileName(file), file: asDataUrl(document) };
  return { file, request: { type: 'sendExtractDocumentRequest', detail } };
}

/** Each time anew: a session's token is kept nowhere. @throws Problem */
async function newSession(rooms: Rooms, account: Account): Promise<URL> {
  const { host } = new URL(account.origin);
  const token = await withCancellableProgress(
    l10n.t('Opening a session at {0}', host),
    (_say, signal) => sessionOf(smartExtractRooms(rooms), account, signal),
  );
  return componentUrl(smartExtractComponent(), account.environment ?? 'production', token);
}

async function openInBrowser(rooms: Rooms, account: Account, file: string): Promise<void> {
  try {
    const url = await newSession(rooms, account);
    await openAddress(url.href);
  } catch (error) {
    if (!isProblem(error)) throw error;
    void reportProblem(rooms, error, { file });
  }
}
