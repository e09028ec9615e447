import type { Rooms } from '../rooms.ts';
import { cancelBatch, openBatchItem, retryBatchItem } from './batchCommands.ts';
import { checkConnection } from './checkConnection.ts';
import { comparePortfolios } from './comparePortfolios.ts';
import { addConnection } from './connections/addConnection.ts';
import { removeConnection } from './connections/removeConnection.ts';
import { signInAgain } from './connections/signInAgain.ts';
import { extractToJson } from './smartExtract/extractToJson.ts';
import { openInSmartExtract } from './smartExtract/openInSmartExtract.ts';
import { createAccessToken } from './createAccessToken.ts';
import { enterApiKey } from './enterApiKey.ts';
import { exportPortfolio } from './exportPortfolio.ts';
import { forgetAllData } from './forgetAllData.ts';
import type { CommandId } from './ids.ts';
import { openDashboard } from './openDashboard.ts';
import { openPortfolio } from './openPortfolio.ts';
import { parseFolder } from './parseFolder.ts';
import { goOn, retryFailed } from './parseMany.ts';
import { parsePdf } from './parsePdf.ts';
import { parsePdfLocally } from './parsePdfLocally.ts';
import { refreshCredits } from './refreshCredits.ts';
import { replaceKey } from './replaceKey.ts';
import { showFamily } from './showFamily.ts';
import { saveLayoutReport } from './saveLayoutReport.ts';
import { showMenu } from './showMenu.ts';
import { signIn } from './signIn.ts';
import { signOut } from './signOut.ts';
import { switchAccount } from './switchAccount.ts';
import { useSandbox } from './useSandbox.ts';
import { verifyAccessToken } from './verifyAccessToken.ts';

export type Handlers = Record<CommandId, (...args: unknown[]) => unknown>;

/** What each command does. */
export function handlersOf(rooms: Rooms): Handlers {
  return {
    'casParser.signIn': () => signIn(rooms),
    'casParser.signIn.openAgain': () => rooms.browserSignIn.openAgain(),
    'casParser.signIn.copyLink': () => rooms.browserSignIn.copyLink(),
    'casParser.signIn.enterKeyInstead': () => rooms.browserSignIn.enterKeyInstead(),
    'casParser.consent.openAgain': () => rooms.browserConsent.openAgain(),
    'casParser.consent.copyLink': () => rooms.browserConsent.copyLink(),
    'casParser.consent.pasteAddress': () => rooms.browserConsent.pasteAddress(),
    'casParser.consent.otherWay': () => rooms.browserConsent.otherWay(),
    'casParser.addConnection': () => addConnection(rooms),
    'casParser.openInSmartExtract': (file) => openInSmartExtract(rooms, file),
    'casParser.extractToJson': (file) => extractToJson(rooms, file),
    'casParser.signInAgain': (host, wider) => signInAgain(rooms, host, wider),
    'casParser.removeConnection': () => removeConnection(rooms),
    'casParser.signOut': () => signOut(rooms),
    'casParser.enterApiKey': () => enterApiKey(rooms),
    'casParser.useSandbox': () => useSandbox(rooms),
    'casParser.switchAccount': () => switchAccount(rooms),
    'casParser.replaceKey': () => replaceKey(rooms),
    'casParser.parsePdf': (...args) => parsePdf(rooms, ...args),
    'casParser.parsePdfLocally': (...args) => parsePdfLocally(rooms, ...args),
    'casParser.saveLayoutReport': (...args) => saveLayoutReport(rooms, ...args),
    'casParser.parseFolder': (folder) => parseFolder(rooms, folder),
    'casParser.refreshCredits': () => refreshCredits(rooms),
    'casParser.showUsage': () => rooms.usagePanel.show(),
    'casParser.createAccessToken': () => createAccessToken(rooms),
    'casParser.verifyAccessToken': () => verifyAccessToken(rooms),
    'casParser.checkConnection': () => checkConnection(rooms),
    'casParser.openPortfolio': (node) => openPortfolio(node),
    'casParser.comparePortfolios': (...args) => comparePortfolios(rooms, ...args),
    'casParser.showFamily': (...args) => showFamily(rooms, ...args),
    'casParser.exportPortfolio': (file) => exportPortfolio(rooms, file),
    'casParser.toggleMask': () => rooms.mask.toggle(),
    'casParser.openDashboard': (page) => openDashboard(page),
    'casParser.showMenu': () => showMenu(rooms),
    'casParser.showLog': () => rooms.log.show(),
    'casParser.forgetAllData': () => forgetAllData(rooms),
    'casParser.batch.open': (item) => openBatchItem(rooms, item),
    'casParser.batch.cancel': (item) => cancelBatch(rooms, item),
    'casParser.batch.cancelAll': () => cancelBatch(rooms, undefined),
    'casParser.batch.retry': (item) => retryBatchItem(rooms, item, false),
    'casParser.batch.payAgain': (item) => retryBatchItem(rooms, item, true),
    'casParser.batch.retryFailed': () => retryFailed(rooms),
    'casParser.batch.goOn': () => goOn(rooms),
    'casParser.batch.clear': () => rooms.batchDesk.clear(),
  };
}
