import {
  Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  McpStdioServerDefinition,
  Uri,
  workspace,
} from 'vscode';
import { hiddenFromModels } from '../../settings.ts';
import { isMasked } from '../../views/privacyMode.ts';
import { mcpLaunch } from './mcpLaunch.ts';

/** The manifest's id of who defines the server. */
export const MCP_PROVIDER = 'casparser.statements';

/** To be fired when amounts and names are hidden on the screen, or shown again. */
export const maskChanged = new EventEmitter<void>();

/** When another server is to be started: one with other folders, or one that hides something else. */
export const onDidChangeMcpServers: Event<void> = (listener, self) =>
  Disposable.from(
    maskChanged.event(() => {
      listener.call(self);
    }),
    workspace.onDidChangeWorkspaceFolders(() => {
      listener.call(self);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('casParser.hideFromModels')) listener.call(self);
    }),
  );

/**
 * The server that answers agents about the saved portfolios of the folders that are open; the editor starts it when an agent wants
 * it.
 */
export function mcpServers({ extensionUri, extension, globalState }: ExtensionContext) {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length === 0) return [];
  const { version } = extension.packageJSON as { readonly version: string };
  const { args, env } = mcpLaunch({
    program: Uri.joinPath(extensionUri, 'dist', 'mcp.mjs').fsPath,
    folders: folders.map(({ uri }) => uri.fsPath),
    hide: hiddenFromModels(),
    masked: isMasked(globalState),
  });
  return [new McpStdioServerDefinition('CAS Parser', process.execPath, args, env, version)];
}
