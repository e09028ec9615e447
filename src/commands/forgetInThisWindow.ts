import type { Rooms } from '../rooms.ts';

/**
 * Ends what this window is at, and forgets what it has in memory and on screen of statements and keys. Portfolios that were opened from
 * a file stay open. Resolves once nothing would be kept any more that was begun before.
 */
export async function forgetInThisWindow(rooms: Rooms): Promise<void> {
  await Promise.all([rooms.browserSignIn.cancel(), rooms.batchDesk.stop(), rooms.work.stop()]);
  rooms.batchDesk.clear();
  rooms.handedOut.forget();
  rooms.credentials.forget();
  rooms.gateways.forget();
  rooms.store.forgetMemory();
  rooms.keptInMemory.forget();
  rooms.facts.forgetMemory();
  rooms.storage.unread.forgetMemory();
  rooms.panels.closeAll();
  rooms.usagePanel.dispose();
  await rooms.json.closeAll();
}
