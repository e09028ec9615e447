import {
  type AuthenticationProvider,
  type CustomDocument,
  type ExtensionContext,
  type TreeDataProvider,
  type WebviewPanel,
  commands,
  l10n,
  window,
} from 'vscode';
import { type ChatTools, chatTools } from './commands/chat/chatTools.ts';
import { maskChanged } from './commands/chat/mcpServers.ts';
import { forgetWithOtherWindows } from './commands/forgetWithOtherWindows.ts';
import { handlersOf } from './commands/handlers.ts';
import {
  type CommandId,
  batchCommandIds,
  linkCommandIds,
  remedyCommandIds,
} from './commands/ids.ts';
import { noteSignedIn, noteSignedOut, tellLostSignIn } from './commands/lostSignIn.ts';
import { offerInterruptedBatches } from './commands/interruptedBatches.ts';
import { pointOutKeys } from './commands/pointOutKeys.ts';
import { restorePanel } from './commands/restorePanel.ts';
import { reportProblem } from './commands/reportProblem.ts';
import { warnOfLowCredits } from './commands/warnOfLowCredits.ts';
import { type Container, createContainer } from './container.ts';
import { isAppError } from './service/appError.ts';
import { resolvePortfolioEditor } from './views/portfolioEditor.ts';
import type { SavedNode } from './views/saved/savedNodes.ts';
import { USED_BEFORE } from './views/usedBefore.ts';

export interface App {
  /** Carries out a command. Never throws: what fails is told. */
  run(id: CommandId, args: unknown[]): Promise<unknown>;
  /** Fills the editor of a saved portfolio. */
  resolveEditor(document: CustomDocument, panel: WebviewPanel): Promise<void>;
  /** Fills a panel of several portfolios that was open when the editor was closed. */
  restorePanel(panel: WebviewPanel, state: unknown): Promise<void>;
  /** Shows the credits of the account in use, asks for them if there is one, and offers what was left undone. */
  wake(): Promise<void>;
  /** What models can do in the editor's chat. */
  readonly tools: ChatTools;
  /** The saved portfolios of the workspace, for the Explorer. */
  readonly savedTree: TreeDataProvider<SavedNode>;
  /** The accounts, for the editor's Accounts menu and for other extensions. */
  readonly sessions: Pick<
    AuthenticationProvider,
    'onDidChangeSessions' | 'getSessions' | 'createSession' | 'removeSession'
  >;
}

/** Called by `extension.ts` on first use, because loading all this is work that activation must not do. */
export function createApp(context: ExtensionContext): App {
  const container = createContainer(context);
  const handlers = handlersOf(container);
  const app: App = {
    async run(id, args) {
      await context.globalState.update(USED_BEFORE, true);
      container.creditsItem.show();
      try {
        return await handlers[id](...args);
      } catch (error) {
        return report(container, id, error, () => app.run(id, args));
      }
    },
    resolveEditor: (document, panel) =>
      resolvePortfolioEditor(
        {
          extensionUri: context.extensionUri,
          mask: container.mask,
          facts: container.facts,
          asking: container.asking,
          onExport: container.onExport,
        },
        document,
        panel,
      ),
    restorePanel: (panel, state) => restorePanel(container, panel, state),
    async wake() {
      await container.credits.accountChanged();
      container.creditsItem.show();
      void pointOutKeys(container);
      void tellLostSignIn(container);
      try {
        await offerInterruptedBatches(container);
      } catch (error) {
        await report(container, 'casParser.batch.goOn', error, () => app.wake());
      }
    },
    tools: chatTools(container),
    savedTree: container.savedTree,
    sessions: {
      onDidChangeSessions: container.sessions.onDidChange,
      getSessions: (scopes, { account }) => container.sessions.list(scopes, account?.id),
      async createSession(scopes) {
        await app.run('casParser.signIn', []);
        const [session] = await container.sessions.list(
          scopes,
          (await container.accounts.current())?.id,
        );
        if (!session) throw new Error(l10n.t('You are not signed in to CAS Parser.'));
        return session;
      },
      async removeSession(id) {
        await noteSignedOut(container);
        return container.sessions.remove(id);
      },
    },
  };
  for (const id of [...linkCommandIds, ...batchCommandIds, ...remedyCommandIds])
    context.subscriptions.push(
      commands.registerCommand(id, (...args: unknown[]) => app.run(id, args)),
    );
  context.subscriptions.push(forgetWithOtherWindows(container, context.secrets));
  container.mask.onDidChange(() => maskChanged.fire());
  container.credits.onDidChange(({ account, credits }) => {
    void commands.executeCommand('setContext', 'casParser.signedIn', account !== undefined);
    container.usagePanel.refresh();
    if (account) void noteSignedIn(container);
    // A batch would make the figure untrue while it is read; the credits are asked for when it ends.
    if (account && credits && !container.batchController.running)
      void warnOfLowCredits(container, account, credits);
  });
  return app;
}

/** The one place where a failed command becomes a message. */
async function report(
  container: Container,
  id: CommandId,
  error: unknown,
  again: () => Promise<unknown>,
): Promise<void> {
  if (isAppError(error)) {
    container.log.problem(id, error);
    void reportProblem(container, error, { again });
    return;
  }
  container.log.bug(id, error);
  const showLog = l10n.t('Show Log');
  const text = l10n.t('CAS Parser met an unexpected error; nothing was lost. The log has more.');
  if ((await window.showErrorMessage(text, showLog)) === showLog) container.log.show();
}
