import { l10n, window } from 'vscode';
import type { NewAccount } from '../connections/accountStore.ts';
import type { Container } from '../container.ts';
import { fetchCredits } from '../service/credits.ts';
import { creditsText } from '../views/creditsText.ts';
import { withCancellableProgress } from './progress.ts';

/** An account that is about to be kept, with its key. */
export interface Unchecked {
  readonly account: NewAccount;
  readonly key: string;
  /** False where the key stays where it is, and is read there each time. */
  readonly keepKey: boolean;
}

/**
 * Keeps an account if the service accepts its key.
 * @param welcome beginning of the sentence that says so
 * @returns whether it was kept
 * @throws AppError when the key is refused or cannot be checked now
 */
export async function keepOnceChecked(
  container: Container,
  { account, key, keepKey }: Unchecked,
  welcome: string,
): Promise<boolean> {
  const credential = { key, origin: account.origin };
  const credits = await withCancellableProgress(l10n.t('Checking the API key'), (_say, signal) =>
    fetchCredits(container.call, credential, signal, { insist: true }),
  );
  const kept = await container.accounts.keep(account, keepKey ? key : undefined);
  container.credits.received(kept, credits);
  const left = creditsText(credits);
  void window.showInformationMessage(left === undefined ? `${welcome}.` : `${welcome}: ${left}.`);
  return true;
}
