import { type QuickPickItem, l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { enterApiKey } from './enterApiKey.ts';
import { findKeys, placeOf, useFoundKey } from './foundKeys.ts';
import { signIn } from './signIn.ts';
import { useSandbox } from './useSandbox.ts';

export interface Way extends QuickPickItem {
  readonly go: (container: Container) => Promise<boolean>;
}

/**
 * Asks how to sign in, and does it.
 * @param instead another way to what the person wants, without an account
 * @returns whether an account is in use afterwards
 * @throws AppError
 */
export async function chooseSignIn(container: Container, instead?: Way): Promise<boolean> {
  const found = await findKeys();
  const ways: Way[] = [
    {
      label: l10n.t('{0} Sign In', '$(globe)'),
      detail: l10n.t('Approve in the browser; the key arrives here by itself'),
      go: signIn,
    },
    ...found.map((key) => ({
      label: l10n.t('{0} Use the Key That Is There', '$(key)'),
      description: placeOf(key),
      detail: l10n.t('It is read there each time, and not copied'),
      go: (container: Container) => useFoundKey(container, key),
    })),
    {
      label: l10n.t('{0} Enter API Key', '$(key)'),
      detail: l10n.t('Paste a key from the dashboard'),
      go: enterApiKey,
    },
    {
      label: l10n.t('{0} Use Sandbox', '$(beaker)'),
      detail: l10n.t('Sample data without an account, whatever PDF is sent'),
      go: useSandbox,
    },
    ...(instead === undefined ? [] : [instead]),
  ];
  const way = await window.showQuickPick(ways, {
    title: l10n.t('How do you want to use CAS Parser?'),
    ignoreFocusOut: true,
  });
  return way ? way.go(container) : false;
}
