import type { Container } from '../container.ts';
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
export function handlersOf(container: Container): Handlers {
  return {
    'casParser.signIn': () => signIn(container),
    'casParser.signIn.openAgain': () => container.browserSignIn.openAgain(),
    'casParser.signIn.copyLink': () => container.browserSignIn.copyLink(),
    'casParser.signIn.enterKeyInstead': () => container.browserSignIn.enterKeyInstead(),
    'casParser.consent.openAgain': () => container.browserConsent.openAgain(),
    'casParser.consent.copyLink': () => container.browserConsent.copyLink(),
    'casParser.consent.pasteAddress': () => container.browserConsent.pasteAddress(),
    'casParser.consent.otherWay': () => container.browserConsent.otherWay(),
    'casParser.addConnection': () => addConnection(container),
    'casParser.openInSmartExtract': (file) => openInSmartExtract(container, file),
    'casParser.extractToJson': (file) => extractToJson(container, file),
    'casParser.signInAgain': (host, wider) => signInAgain(container, host, wider),
    'casParser.removeConnection': () => removeConnection(container),
    'casParser.signOut': () => signOut(container),
    'casParser.enterApiKey': () => enterApiKey(container),
    'casParser.useSandbox': () => useSandbox(container),
    'casParser.switchAccount': () => switchAccount(container),
    'casParser.replaceKey': () => replaceKey(container),
    'casParser.parsePdf': (...args) => parsePdf(container, ...args),
    'casParser.parsePdfLocally': (...args) => parsePdfLocally(container, ...args),
    'casParser.saveLayoutReport': (...args) => saveLayoutReport(container, ...args),
    'casParser.parseFolder': (folder) => parseFolder(container, folder),
    'casParser.refreshCredits': () => refreshCredits(container),
    'casParser.showUsage': () => container.usagePanel.show(),
    'casParser.createAccessToken': () => createAccessToken(container),
    'casParser.verifyAccessToken': () => verifyAccessToken(container),
    'casParser.checkConnection': () => checkConnection(container),
    'casParser.openPortfolio': (node) => openPortfolio(node),
    'casParser.comparePortfolios': (...args) => comparePortfolios(container, ...args),
    'casParser.showFamily': (...args) => showFamily(container, ...args),
    'casParser.exportPortfolio': (file) => exportPortfolio(container, file),
    'casParser.toggleMask': () => container.mask.toggle(),
    'casParser.openDashboard': (page) => openDashboard(page),
    'casParser.showMenu': () => showMenu(container),
    'casParser.showLog': () => container.log.show(),
    'casParser.forgetAllData': () => forgetAllData(container),
    'casParser.batch.open': (item) => openBatchItem(container, item),
    'casParser.batch.cancel': (item) => cancelBatch(container, item),
    'casParser.batch.cancelAll': () => cancelBatch(container, undefined),
    'casParser.batch.retry': (item) => retryBatchItem(container, item, false),
    'casParser.batch.payAgain': (item) => retryBatchItem(container, item, true),
    'casParser.batch.retryFailed': () => retryFailed(container),
    'casParser.batch.goOn': () => goOn(container),
    'casParser.batch.clear': () => container.batchController.clear(),
  };
}
