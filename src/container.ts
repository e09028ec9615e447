import {
  type ExtensionContext,
  UIKind,
  Uri,
  type WindowState,
  commands,
  env,
  window,
  workspace,
} from 'vscode';
import { BatchController } from './commands/batchController.ts';
import { BrowserSignIn } from './commands/browserSignIn.ts';
import { showConnectionsInMenus } from './commands/connections/connectionContext.ts';
import { BrowserConsent } from './commands/gateway/browserConsent.ts';
import { PortfolioExporter } from './commands/portfolioExporter.ts';
import { makeUsagePanel } from './commands/makeUsagePanel.ts';
import { WorkUnderWay } from './commands/workUnderWay.ts';
import { type Account, systemOf } from './connections/account.ts';
import { AskService } from './connections/ask/askService.ts';
import { AccountStore } from './connections/accountStore.ts';
import { Credentials } from './connections/credentials.ts';
import { CreditsWatch } from './connections/creditsWatch.ts';
import { readDotenvKey } from './connections/dotenvKeys.ts';
import { keyAmong } from './connections/environmentKey.ts';
import { findSent } from './connections/findSent.ts';
import { HandedOutTokens } from './connections/handedOutTokens.ts';
import { Sessions } from './connections/sessions.ts';
import { Gateways } from './connections/gateway/gateways.ts';
import { singleFlight } from './connections/singleFlight.ts';
import { askLimits } from './askSettings.ts';
import { openLog } from './log.ts';
import type { ExportRequest } from './portfolio/exports/exportSpec.ts';
import { CircuitBreaker } from './service/circuitBreaker.ts';
import { type CallService, type ExchangeLine, serviceClient } from './service/client.ts';
import { RateLimiter } from './service/rateLimiter.ts';
import { fetchCredits } from './service/credits.ts';
import { ServiceClock } from './service/serviceClock.ts';
import { realTiming } from './service/timing.ts';
import { streamTransport } from './service/ask/streamTransport.ts';
import { mintAccessToken } from './service/token.ts';
import { undiciTransport } from './service/undiciTransport.ts';
import {
  apiBaseUrl,
  engine,
  keepsStatements,
  parseTimeoutSeconds,
  parsesWithAccessToken,
  proxyRules,
  serviceHost,
} from './settings.ts';
import { FactsStore } from './statements/factsStore.ts';
import { EngineWish } from './statements/engineWish.ts';
import { openStorage } from './statements/storage/openStorage.ts';
import { settledAfter } from './statements/lostAnswer.ts';
import { SecretCopies } from './statements/storage/secretCopies.ts';
import { StoreKey } from './statements/storage/storeKey.ts';
import type { ParseStorage } from './statements/parseRequest.ts';
import { PasswordStore } from './statements/passwordStore.ts';
import { SendClock } from './statements/sendClock.ts';
import { createStatementCache } from './statements/statementCache.ts';
import { KeptInMemory } from './tools/keptInMemory.ts';
import { accountName } from './views/accountName.ts';
import type { AskServices } from './views/ask/askSession.ts';
import { BatchView } from './views/batchView.ts';
import type { ExportSource } from './views/exports/exportSource.ts';
import { JsonDocuments } from './views/jsonDocuments.ts';
import { PrivacyMode } from './views/privacyMode.ts';
import { PortfolioPanels } from './views/portfolioPanels.ts';
import { SavedPortfolios } from './views/saved/savedPortfolios.ts';
import { SavedTree } from './views/saved/savedTree.ts';
import { CreditsItem } from './views/statusBar.ts';
import { notifyStorageIssue } from './views/notifyStorageIssue.ts';

export type Container = ReturnType<typeof createContainer>;

/** Everything the commands work with, built once per window when the first of them is used. */
export function createContainer(context: ExtensionContext) {
  const { extensionUri, secrets, globalState } = context;
  const log = openLog();
  const serviceClock = new ServiceClock(realTiming);
  const doors = {
    clock: serviceClock,
    send: undiciTransport(proxyRules),
    onExchange: (line: ExchangeLine) => log.exchange(line),
    // Shared, since each keeps to the origin and the credential that a request is for.
    pacer: new RateLimiter(realTiming),
    circuit: new CircuitBreaker(realTiming),
  };
  const call = serviceClient({ ...doors, baseUrl: apiBaseUrl });
  /** The door to another system, which the log calls so. */
  const callAt = (system: string, base: URL): CallService =>
    serviceClient({ ...doors, baseUrl: () => base, system });

  const folder = context.globalStorageUri.fsPath;
  const storage = openStorage(
    folder,
    secrets,
    Date.now,
    notifyStorageIssue((trouble) => log.trouble(trouble)),
    keepsStatements,
  );
  // On the desktop there is one SecretStorage for all windows.
  const copies =
    env.uiKind === UIKind.Web
      ? new SecretCopies(folder, new StoreKey(folder, secrets, Date.now), Date.now)
      : undefined;
  const accounts = new AccountStore(secrets, () => apiBaseUrl().origin, keyOutside, copies);
  const noticeTabs = ({ focused }: WindowState) => focused && void accounts.takeOver();
  context.subscriptions.push(window.onDidChangeWindowState(noticeTabs));
  const gateways = new Gateways({
    accounts,
    callAt: (base) => callAt('gateway', base),
    apiOrigin: () => apiBaseUrl().origin,
    withLock: (name, signal, work) => storage.locks.withLock(name, signal, work),
    now: Date.now,
  });
  const asks = new AskService({
    accounts,
    callAt: (base) => callAt('ask', base),
    streamAt: (base, onMessage) =>
      serviceClient({
        ...doors,
        send: streamTransport({ proxyRules, onMessage }),
        baseUrl: () => base,
        system: 'ask',
      }),
    memory: globalState,
    limits: askLimits,
    now: Date.now,
  });
  const credentials = new Credentials({
    handedOut: (account) => gateways.tokens(account),
    keyOf: (account) => accounts.credentialOf(account),
    mint: (key, minutes, asking) => mintAccessToken(call, key, minutes, asking),
    withTokens: parsesWithAccessToken,
  });
  const credits = new CreditsWatch(accounts, async (account) => {
    const { signal } = new AbortController();
    return systemOf(account) === 'gateway'
      ? { credits: undefined, signIn: await gateways.verify(account, { signal }) }
      : { credits: await fetchCredits(call, await accounts.credentialOf(account), signal) };
  });
  const sessions = new Sessions(accounts, (account) => credentials.token(account), accountName);

  const passwords = new PasswordStore(secrets);
  const store = createStatementCache(
    storage.statements,
    storage.storeKey,
    keepsStatements,
    Date.now,
  );
  const sendClock = new SendClock(realTiming, serviceClock);
  const sentFinder = findSent(call, accounts);
  const keeping = (): ParseStorage => ({
    store,
    sent: storage.sent,
    unread: storage.unread,
    locks: storage.locks,
    passwords,
    lookUp: {
      find: sentFinder,
      timing: realTiming,
      clock: sendClock,
      settledAfterMs: settledAfter(parseTimeoutSeconds()),
    },
  });

  const engineWish = new EngineWish(globalState);
  const noticeEngine = () => void engineWish.saw(engine());
  context.subscriptions.push(workspace.onDidChangeConfiguration(noticeEngine));
  noticeEngine();

  accounts.onDidChange(() => showConnectionsInMenus(accounts));
  accounts.onDidChange(() => void asks.forgetGone().catch(() => undefined));
  void showConnectionsInMenus(accounts);

  const json = new JsonDocuments();
  const mask = new PrivacyMode(globalState);
  const facts = new FactsStore(secrets, globalState);
  const exporter = new PortfolioExporter({ extensionUri, mask, facts, log });
  const onExport = (source: ExportSource, request: ExportRequest) =>
    void exporter.export(source, request);
  const asking: AskServices = {
    asks,
    onDidChange: (listener) => accounts.onDidChange(listener),
    signIn: () => void commands.executeCommand('casParser.addConnection'),
    onBug: (error) => log.bug('casParser.ask', error),
  };
  const panels = new PortfolioPanels({ extensionUri, json, mask, facts, asking, onExport });
  const saved = new SavedPortfolios(Uri.joinPath(extensionUri, 'dist', 'headWorker.cjs').fsPath);
  const savedTree = new SavedTree(saved, mask);
  const creditsItem = new CreditsItem(credits, globalState);
  const usagePanel = makeUsagePanel({ extensionUri, call, accounts, credits, log });
  const batchController: BatchController = new BatchController(
    () => container,
    storage.batchJournal,
  );
  const batchView = new BatchView(batchController, serviceHost);
  context.subscriptions.push(log, accounts, credits, sessions, json, mask, panels, creditsItem);
  context.subscriptions.push(saved, savedTree, usagePanel, batchView, batchController);
  const container = {
    log,
    call,
    callAt,
    accounts,
    gateways,
    asks,
    asking,
    credentials,
    credits,
    sessions,
    storage,
    keptInMemory: new KeptInMemory(storage.statements, realTiming),
    passwords,
    engineWish,
    keeping,
    store,
    work: new WorkUnderWay(),
    json,
    mask,
    facts,
    exporter,
    onExport,
    panels,
    savedTree,
    creditsItem,
    usagePanel,
    batchController,
    batchView,
    /** The engine on this computer, a worker of its own: loaded when the first statement is read here. */
    localWorker: Uri.joinPath(extensionUri, 'dist', 'localWorker.mjs').fsPath,
    extensionUri,
    browserSignIn: new BrowserSignIn(call, accounts),
    browserConsent: new BrowserConsent(gateways, globalState),
    signingIn: singleFlight<boolean>(),
    handedOut: new HandedOutTokens(),
    memory: globalState,
    workspaceMemory: context.workspaceState,
  };
  return container;
}

/** Reads a key that is kept outside of the editor, where it is. */
async function keyOutside({ file, variable = '' }: Account): Promise<string | undefined> {
  if (file === undefined) return keyAmong(process.env, [variable])?.key;
  return (await readDotenvKey(Uri.parse(file, true), [variable]))?.key;
}
