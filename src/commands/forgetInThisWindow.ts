import type { Container } from '../container.ts';

/**
 * Ends what this window is at, and forgets what it has in memory and on screen of statements and keys. Portfolios that were opened from
 * a file stay open. Resolves once nothing would be kept any more that was begun before.
 */
export async function forgetInThisWindow(container: Container): Promise<void> {
  await Promise.all([
    container.browserSignIn.cancel(),
    container.batchController.stop(),
    container.work.stop(),
  ]);
  container.batchController.clear();
  container.handedOut.forget();
  container.credentials.forget();
  container.gateways.forget();
  container.store.forgetMemory();
  container.keptInMemory.forget();
  container.facts.forgetMemory();
  container.storage.unread.forgetMemory();
  container.panels.closeAll();
  container.usagePanel.dispose();
  await container.json.closeAll();
}
