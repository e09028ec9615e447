import { type QuickPickItem, env, l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { mintAccessToken } from '../service/token.ts';
import { accountInUse } from './accountInUse.ts';
import { withCancellableProgress } from './progress.ts';

const LONGEST_MINUTES = 60;

/** Makes a short-lived access token from the account's key, for a frontend or a script. @throws AppError */
export async function createAccessToken(container: Container): Promise<void> {
  const account = await accountInUse(container);
  if (!account) return;
  if (account.kind === 'accessToken') {
    void window.showWarningMessage(
      l10n.t('An access token cannot make another one; sign in with an API key first.'),
    );
    return;
  }
  if (account.kind === 'gateway') {
    const handed = await withCancellableProgress(
      l10n.t('Getting an access token'),
      (_say, signal) => container.gateways.handOut(account, { signal, insist: true }),
    );
    container.handedOut.add(handed);
    await handOver(handed.token, Math.floor(handed.minutes));
    return;
  }
  const minutes = await askMinutes();
  if (minutes === undefined) return;
  const key = await container.accounts.credentialOf(account);
  const minted = await withCancellableProgress(l10n.t('Creating an access token'), (_say, signal) =>
    mintAccessToken(container.call, key, minutes, { signal, insist: true }),
  );
  container.handedOut.add(minted);
  await handOver(minted.token, minutes);
}

async function askMinutes(): Promise<number | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Create Access Token'),
    prompt: l10n.t('How many minutes it lives, from 1 to {0}', LONGEST_MINUTES),
    value: String(LONGEST_MINUTES),
    ignoreFocusOut: true,
    validateInput: (value) =>
      isMinutes(value) ? undefined : l10n.t('A whole number from 1 to {0}.', LONGEST_MINUTES),
  });
  return typed === undefined ? undefined : Number(typed);
}

function isMinutes(value: string): boolean {
  return /^\s*\d{1,2}\s*$/.test(value) && Number(value) >= 1 && Number(value) <= LONGEST_MINUTES;
}

interface Way extends QuickPickItem {
  readonly insert: boolean;
}

/** The token is never shown: it goes where the person says. */
async function handOver(token: string, minutes: number): Promise<void> {
  const editor = window.activeTextEditor;
  const ways: Way[] = [
    { label: l10n.t('{0} Copy to the Clipboard', '$(copy)'), insert: false },
    ...(editor ? [{ label: l10n.t('{0} Insert at the Cursor', '$(edit)'), insert: true }] : []),
  ];
  const way = await window.showQuickPick(ways, {
    title: l10n.t('The access token is ready and lives {0} minutes', minutes),
    ignoreFocusOut: true,
  });
  if (!way) return;
  const inserted = way.insert && (await insert(editor, token));
  if (!inserted) await env.clipboard.writeText(token);
  void window.showInformationMessage(
    inserted
      ? l10n.t('Access token inserted; it parses statements for {0} minutes.', minutes)
      : l10n.t('Access token copied; it parses statements for {0} minutes.', minutes),
  );
}

function insert(editor: typeof window.activeTextEditor, token: string): Thenable<boolean> {
  return (
    editor?.edit((edit) => {
      for (const selection of editor.selections) edit.replace(selection, token);
    }) ?? Promise.resolve(false)
  );
}
