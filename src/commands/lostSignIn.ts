import { commands, l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { apiBaseUrl } from '../settings.ts';

const SIGNED_IN_AT = 'casParser.signedInAt';

type Memory = Pick<Container, 'memory'>;

/** Notes that somebody is signed in here, at the address that is set. Never throws. */
export async function noteSignedIn({ memory }: Memory): Promise<void> {
  const origin = originNow();
  if (memory.get(SIGNED_IN_AT) !== origin) await memory.update(SIGNED_IN_AT, origin);
}

/** Notes that the person has signed out. */
export async function noteSignedOut({ memory }: Memory): Promise<void> {
  await memory.update(SIGNED_IN_AT, undefined);
}

/** Tells, once, that a sign-in has gone that nobody ended: in the browser another tab may have written over it. */
export async function tellLostSignIn({ memory, accounts }: Container): Promise<void> {
  const origin = originNow();
  if (origin === undefined || memory.get(SIGNED_IN_AT) !== origin) return;
  // Secrets that are locked are not gone.
  if ((await accounts.current().catch(() => 'locked' as const)) !== undefined) return;
  await memory.update(SIGNED_IN_AT, undefined);
  const signIn = l10n.t('Sign In');
  const dashboard = l10n.t('Open Dashboard');
  const choice = await window.showWarningMessage(
    l10n.t(
      'Your CAS Parser key is not in the secret storage any more, though you did not sign out: another tab or program may have written over it. Sign in again for a new one; the key that is gone stays valid until you delete it in the dashboard.',
    ),
    signIn,
    dashboard,
  );
  if (choice === signIn) await commands.executeCommand('casParser.signIn');
  if (choice === dashboard) await commands.executeCommand('casParser.openDashboard', '/developers');
}

function originNow(): string | undefined {
  try {
    return apiBaseUrl().origin;
  } catch {
    return undefined;
  }
}
