import { commands } from 'vscode';
import type { AccountStore } from '../../connections/accountStore.ts';

/**
 * Tells the menus which connections there are, so that nobody sees anything of a system that they are not signed in to.
 * A locked secret storage shows none.
 */
export async function showConnectionsInMenus(accounts: AccountStore): Promise<void> {
  const all = await accounts.listAll().catch(() => []);
  const has = (kind: string) => all.some((one) => one.kind === kind);
  await commands.executeCommand('setContext', 'casParser.connections', all.length > 0);
  await commands.executeCommand('setContext', 'casParser.smartExtract', has('smartExtract'));
}
