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
import { type Rooms, furnish } from './rooms.ts';
import { isProblem } from './service/problem.ts';
import { resolvePortfolioEditor } from './views/portfolioEditor.ts';
import type { SavedNode } from './views/saved/savedNodes.ts';
import { USED_BEFORE } from './views/usedBefore.ts';

export interface House {
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
export function openHouse(context: ExtensionContext): House {
  const rooms = furnish(context);
  const handlers = handlersOf(rooms);
  const house: House = {
    async run(id, args) {
      await context.globalState.update(USED_BEFORE, true);
      rooms.creditsItem.show();
      try {
        return await handlers[id](...args);
      } catch (error) {
        return report(rooms, id, error, () => house.run(id, args));
      }
    },
    resolveEditor: (document, panel) =>
      resolvePortfolioEditor(
        {
          extensionUri: context.extensionUri,
          mask: rooms.mask,
          facts: rooms.facts,
          asking: rooms.asking,
          onExport: rooms.onExport,
        },
        document,
        panel,
      ),
    restorePanel: (panel, state) => restorePanel(rooms, panel, state),
    async wake() {
      await rooms.credits.accountChanged();
      rooms.creditsItem.show();
      void pointOutKeys(rooms);
      void tellLostSignIn(rooms);
      try {
        await offerInterruptedBatches(rooms);
      } catch (error) {
        await report(rooms, 'casParser.batch.goOn', error, () => house.wake());
      }
    },
    tools: chatTools(rooms),
    savedTree: rooms.savedTree,
    sessions: {
      onDidChangeSessions: rooms.sessions.onDidChange,
      getSessions: (scopes, { account }) => rooms.sessions.list(scopes, account?.id),
      async createSession(scopes) {
        await house.run('casParser.signIn', []);
        const [session] = await rooms.sessions.list(scopes, (await rooms.accounts.current())?.id);
        if (!session) throw new Error(l10n.t('You are not signed in to CAS Parser.'));
        return session;
      },
      async removeSession(id) {
        await noteSignedOut(rooms);
        return rooms.sessions.remove(id);
      },
    },
  };
  for (const id of [...linkCommandIds, ...batchCommandIds, ...remedyCommandIds])
    context.subscriptions.push(
      commands.registerCommand(id, (...args: unknown[]) => house.run(id, args)),
    );
  context.subscriptions.push(forgetWithOtherWindows(rooms, context.secrets));
  rooms.mask.onDidChange(() => maskChanged.fire());
  rooms.credits.onDidChange(({ account, credits }) => {
    void commands.executeCommand('setContext', 'casParser.signedIn', account !== undefined);
    rooms.usagePanel.refresh();
    if (account) void noteSignedIn(rooms);
    // A batch would make the figure untrue while it is read; the credits are asked for when it ends.
    if (account && credits && !rooms.batchDesk.running)
      void warnOfLowCredits(rooms, account, credits);
  });
  return house;
}

/** The one place where a failed command becomes a message. */
async function report(
  rooms: Rooms,
  id: CommandId,
  error: unknown,
  again: () => Promise<unknown>,
): Promise<void> {
  if (isProblem(error)) {
    rooms.log.problem(id, error);
    void reportProblem(rooms, error, { again });
    return;
  }
  rooms.log.bug(id, error);
  const showLog = l10n.t('Show Log');
  const text = l10n.t('CAS Parser met an unexpected error; nothing was lost. The log has more.');
  if ((await window.showErrorMessage(text, showLog)) === showLog) rooms.log.show();
}
