import {
  type ExtensionContext,
  type WebviewPanelSerializer,
  authentication,
  commands,
  lm,
  window,
} from 'vscode';
import { lazyChatTool } from './commands/chat/lazyChatTool.ts';
import { MCP_PROVIDER, mcpServers, onDidChangeMcpServers } from './commands/chat/mcpServers.ts';
import { chatToolNames } from './commands/chat/toolNames.ts';
import { commandIds } from './commands/ids.ts';
import { lazyAuthentication } from './connections/lazyAuthentication.ts';
import type { App } from './app.ts';
import { COMPARISON_PANEL, FAMILY_PANEL } from './views/panelTypes.ts';
import { PORTFOLIO_EDITOR } from './views/portfolioEditorType.ts';
import { lazyTree } from './views/saved/lazyTree.ts';
import { SAVED_VIEW } from './views/saved/savedView.ts';
import { USED_BEFORE } from './views/usedBefore.ts';

/** Long enough for the window to have settled: the status bar is the only work at start-up, and it can wait. */
const IDLE_AFTER_MS = 2_000;

/** Registers what the extension offers; everything behind it is loaded when it is first used. */
export function activate(context: ExtensionContext): void {
  let app: Promise<App> | undefined;
  const open = () => (app ??= import('./app.ts').then(({ createApp }) => createApp(context)));
  const usedBefore = () => context.globalState.get(USED_BEFORE) === true;

  for (const id of commandIds) {
    context.subscriptions.push(
      commands.registerCommand(id, async (...args: unknown[]) => (await open()).run(id, args)),
    );
  }

  for (const name of chatToolNames) {
    const tools = () => open().then((opened) => opened.tools);
    context.subscriptions.push(lm.registerTool(name, lazyChatTool(name, tools)));
  }

  context.subscriptions.push(
    lm.registerMcpServerDefinitionProvider(MCP_PROVIDER, {
      onDidChangeMcpServerDefinitions: onDidChangeMcpServers,
      provideMcpServerDefinitions: () => mcpServers(context),
    }),
    window.registerCustomEditorProvider(PORTFOLIO_EDITOR, {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      resolveCustomEditor: async (document, panel) => (await open()).resolveEditor(document, panel),
    }),
    window.createTreeView(SAVED_VIEW, {
      treeDataProvider: lazyTree(() => open().then(({ savedTree }) => savedTree)),
      canSelectMany: true,
      showCollapseAll: true,
    }),
    authentication.registerAuthenticationProvider(
      'casparser',
      'CAS Parser',
      lazyAuthentication(() => open().then(({ sessions }) => sessions), usedBefore),
      { supportsMultipleAccounts: true },
    ),
  );

  for (const type of [FAMILY_PANEL, COMPARISON_PANEL]) {
    const serializer: WebviewPanelSerializer = {
      deserializeWebviewPanel: async (panel, state) => (await open()).restorePanel(panel, state),
    };
    context.subscriptions.push(window.registerWebviewPanelSerializer(type, serializer));
  }

  // Whoever never used the extension gets nothing in the status bar, and pays nothing for it.
  if (usedBefore()) {
    const idle = setTimeout(() => void open().then((opened) => opened.wake()), IDLE_AFTER_MS);
    context.subscriptions.push({ dispose: () => clearTimeout(idle) });
  }
}
