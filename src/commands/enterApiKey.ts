import { l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { apiBaseUrl } from '../settings.ts';
import { keepOnceChecked } from './keepOnceChecked.ts';
import { useAccessToken } from './useAccessToken.ts';

/**
 * Takes a typed key, once the service has accepted it. An access token is taken as well, for as long as it lives.
 * @returns whether it is in use afterwards
 * @throws AppError
 */
export async function enterApiKey(container: Container): Promise<boolean> {
  const { origin, host } = apiBaseUrl();
  const typed = await window.showInputBox({
    title: l10n.t('CAS Parser API Key'),
    prompt: l10n.t('From the dashboard, under Developers. It is sent to {0} only.', host),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => objection(value.trim()),
  });
  if (typed === undefined) return false;
  const key = typed.trim();
  if (key.startsWith('at_')) return useAccessToken(container, key);
  const account = { kind: 'key', origin, createdAt: new Date().toISOString() } as const;
  return keepOnceChecked(container, { account, key, keepKey: true }, l10n.t('The API key works'));
}

function objection(key: string): string | undefined {
  if (key === '') return l10n.t('Paste the key.');
  if (/[^\x21-\x7e]/.test(key)) return l10n.t('A key has no spaces and no special characters.');
  return undefined;
}
