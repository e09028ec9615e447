import { Uri, l10n } from 'vscode';
import type { Account } from '../../connections/account.ts';
import { componentUrl, sessionOf } from '../../connections/smartExtract/smartExtract.ts';
import type { Container } from '../../container.ts';
import { isAppError } from '../../service/appError.ts';
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
import { smartExtractServices } from './smartExtractServices.ts';
import { parsesInstead } from './parsesInstead.ts';
import { workbookToEdit } from './workbookToEdit.ts';

/** Opens a document in the SmartExtract component, with a session of its own. What fails is told here. */
export async function openInSmartExtract(container: Container, passed: unknown): Promise<void> {
  await parsesInstead(container, passed, async () => {
    const wanted = await wantedOf(container, passed);
    const account = wanted && (await connectedSmartExtract(container));
    if (!account) return;
    const url = await newSession(container, account);
    showComponent({
      extensionUri: container.extensionUri,
      ...wanted,
      url,
      openInBrowser: () => void openInBrowser(container, account, fileName(wanted.file)),
    });
  });
}

interface Wanted {
  readonly file: Uri;
  readonly request: ComponentRequest;
}

/** A document to extract, or an extraction to edit again. @throws AppError */
async function wantedOf(container: Container, passed: unknown): Promise<Wanted | undefined> {
  const choice = await workbookToEdit(passed);
  if (choice.to === 'giveUp') return undefined;
  if (choice.to === 'edit') {
    const { file, workbook } = choice;
    return { file, request: { type: 'sendEditDataRequest', detail: workbook } };
  }
  const isWorkbook = passed instanceof Uri && fileName(passed).endsWith(WORKBOOK_ENDING);
  const document = await chooseDocument(container, isWorkbook ? undefined : passed);
  if (!document) return undefined;
  const { file } = document;
  const detail = { fileName: fileName(file), file: asDataUrl(document) };
  return { file, request: { type: 'sendExtractDocumentRequest', detail } };
}

/** Each time anew: a session's token is kept nowhere. @throws AppError */
async function newSession(container: Container, account: Account): Promise<URL> {
  const { host } = new URL(account.origin);
  const token = await withCancellableProgress(
    l10n.t('Opening a session at {0}', host),
    (_say, signal) => sessionOf(smartExtractServices(container), account, signal),
  );
  return componentUrl(smartExtractComponent(), account.environment ?? 'production', token);
}

async function openInBrowser(container: Container, account: Account, file: string): Promise<void> {
  try {
    const url = await newSession(container, account);
    await openAddress(url.href);
  } catch (error) {
    if (!isAppError(error)) throw error;
    void reportProblem(container, error, { file });
  }
}
