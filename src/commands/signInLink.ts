import { env, l10n, window } from 'vscode';

/** Copies the page of a sign-in that waits, for a browser that VS Code does not open. */
export async function copySignInLink(url: string): Promise<void> {
  await env.clipboard.writeText(url);
  window.setStatusBarMessage(
    l10n.t('Sign-in link copied: open it in your own browser only.'),
    5000,
  );
}
