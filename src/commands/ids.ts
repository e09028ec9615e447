/** Commands that anyone may call at any time, registered at activation. */
export const commandIds = [
  'casParser.signIn',
  'casParser.signOut',
  'casParser.enterApiKey',
  'casParser.useSandbox',
  'casParser.switchAccount',
  'casParser.addConnection',
  'casParser.removeConnection',
  'casParser.openInSmartExtract',
  'casParser.extractToJson',
  'casParser.replaceKey',
  'casParser.parsePdf',
  'casParser.parsePdfLocally',
  'casParser.saveLayoutReport',
  'casParser.parseFolder',
  'casParser.refreshCredits',
  'casParser.showUsage',
  'casParser.createAccessToken',
  'casParser.verifyAccessToken',
  'casParser.checkConnection',
  'casParser.exportPortfolio',
  'casParser.openPortfolio',
  'casParser.comparePortfolios',
  'casParser.showFamily',
  'casParser.toggleMask',
  'casParser.openDashboard',
  'casParser.showMenu',
  'casParser.showLog',
  'casParser.forgetAllData',
] as const;

/** Links of a notification: they act on the sign-in under way and stand in no menu. */
export const linkCommandIds = [
  'casParser.signIn.openAgain',
  'casParser.signIn.copyLink',
  'casParser.signIn.enterKeyInstead',
  'casParser.consent.openAgain',
  'casParser.consent.copyLink',
  'casParser.consent.pasteAddress',
  'casParser.consent.otherWay',
] as const;

/** They act on what is on screen only once something runs, so they are registered when it does. */
export const batchCommandIds = [
  'casParser.batch.open',
  'casParser.batch.cancel',
  'casParser.batch.cancelAll',
  'casParser.batch.retry',
  'casParser.batch.payAgain',
  'casParser.batch.retryFailed',
  'casParser.batch.goOn',
  'casParser.batch.clear',
] as const;

/** Buttons of a message that say what to do next: they need to be told what about, so they are in no menu. */
export const remedyCommandIds = ['casParser.signInAgain'] as const;

export type CommandId =
  | (typeof commandIds)[number]
  | (typeof linkCommandIds)[number]
  | (typeof batchCommandIds)[number]
  | (typeof remedyCommandIds)[number];
