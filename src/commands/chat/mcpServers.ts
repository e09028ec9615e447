import {
  Disposable,
  type Event,
  type ExtensionContext,
  McpStdioServerDefinition,
  Uri,
  workspace,
} from 'vscode';
import { hiddenFromModels } from '../../settings.ts';

/** The manifest's id of who defines the server. */
export const MCP_PROVIDER = 'casparser.statements';

/** When another server is to be started: one with other folders, or one that hides something else. */
export const onDidChangeMcpServers: Event<void> = (listener, self) =>
  Disposable.from(
    workspace.onDidChangeWorkspaceFolders(() => {
      listener.call(self);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('casParser.hideFromModels')) listener.call(self);
    }),
  );

/**
 * The server that answers agents about the saved portfolios of the folders that are open; the editor starts it when an agent wants
 * it. It gets folders and what to hide, and no secret.
 */
export function mcpServers({ extensionUri, extension }: ExtensionContext) {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length === 0) return [];
  const { version } = extension.packageJSON as { readonly version: string };
  return [
    new McpStdioServerDefinition(
      'CAS Parser',
      process.execPath,
      [
        Uri.joinPath(extensionUri, 'dist', 'mcp.mjs').fsPath,
        '--hide',
        hiddenFromModels(),
        ...folders.map(({ uri }) => uri.fsPath),
      ],
      // On the desktop the program is the editor itself, which is Node only when it is told so.
      { ELECTRON_RUN_AS_NODE: '1' },
      version,
    ),
  ];
}
