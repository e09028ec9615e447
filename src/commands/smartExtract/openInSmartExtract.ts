import { l10n } from 'vscode';
import type { Account } from '../../connections/account.ts';
import { componentUrl, sessionOf } from '../../connections/smartExtract/smartExtract.ts';
import type { Rooms } from '../../rooms.ts';
import { isProblem } from '../../service/problem.ts';
import { smartExtractComponent } from '../../settings.ts';
import { fileName } from '../../views/fileName.ts';
import { openInBrowser as openAddress } from '../../views/openInBrowser.ts';
import { showComponent } from '../../views/smartExtract/componentPanel.ts';
import { withCancellableProgress } from '../progress.ts';
import { reportProblem } from '../reportProblem.ts';
import { asDataUrl, chooseDocument } from './chooseDocument.ts';
import { connectedSmartExtract, smartExtractRooms } from './connectedSmartExtract.ts';
import { parsesInstead } from './parsesInstead.ts';

/** Opens a document in the SmartExtract component, with a session of its own. What fails is told here. */
export async function openInSmartExtract(rooms: Rooms, passed: unknown): Promise<void> {
  await parsesInstead(rooms, passed, async () => {
    const document = await chooseDocument(rooms, passed);
    const account = document && (await connectedSmartExtract(rooms));
    if (!account) return;
    const url = await newSession(rooms, account);
    showComponent({
      extensionUri: rooms.extensionUri,
      file: document.file,
      url,
      readFile: () => Promise.resolve(asDataUrl(document)),
      openInBrowser: () => void openInBrowser(rooms, account, fileName(document.file)),
    });
  });
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
