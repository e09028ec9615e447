import type { Disposable, SecretStorage, SecretStorageChangeEvent } from 'vscode';
import type { Container } from '../container.ts';
import { FACTS } from '../statements/factsStore.ts';
import { STORE_KEY } from '../statements/storage/storeKey.ts';
import { forgetInThisWindow } from './forgetInThisWindow.ts';

/** Forgets what this window has in memory once another window has forgotten everything, or said something of the funds. */
export function forgetWithOtherWindows(container: Container, secrets: SecretStorage): Disposable {
  const notice = async ({ key }: SecretStorageChangeEvent) => {
    if (key === FACTS) await container.facts.changedElsewhere();
    if (key === STORE_KEY && (await container.storage.storeKey.find()) === 'missing')
      await forgetInThisWindow(container);
  };
  return secrets.onDidChange((change) => void notice(change));
}
