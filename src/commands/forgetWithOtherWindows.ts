import type { Disposable, SecretStorage, SecretStorageChangeEvent } from 'vscode';
import type { Rooms } from '../rooms.ts';
import { FACTS } from '../statements/factsStore.ts';
import { STORE_KEY } from '../statements/keep/storeKey.ts';
import { forgetInThisWindow } from './forgetInThisWindow.ts';

/** Forgets what this window has in memory once another window has forgotten everything, or said something of the funds. */
export function forgetWithOtherWindows(rooms: Rooms, secrets: SecretStorage): Disposable {
  const notice = async ({ key }: SecretStorageChangeEvent) => {
    if (key === FACTS) await rooms.facts.changedElsewhere();
    if (key === STORE_KEY && (await rooms.storage.storeKey.find()) === 'missing')
      await forgetInThisWindow(rooms);
  };
  return secrets.onDidChange((change) => void notice(change));
}
