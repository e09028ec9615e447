import { l10n } from 'vscode';
import type { Account } from '../connections/account.ts';
import { plainText } from './plainText.ts';

/** What an account is called: the person's own word for it, its e-mail address, or where its key comes from. */
export function accountName(account: Account): string {
  const { label, email, kind, variable = '', origin, environment } = account;
  if (label !== undefined) return plainText(label);
  if (email !== undefined) return plainText(email);
  switch (kind) {
    case 'approval':
    case 'key':
      return l10n.t('API key');
    case 'environment':
      return l10n.t('API key from {0}', variable);
    case 'dotenv':
      return l10n.t('API key from .env');
    case 'accessToken':
      return l10n.t('Access token');
    case 'sandbox':
      return l10n.t('Sandbox');
    case 'gateway':
      return plainText(account.gateway?.name ?? new URL(origin).host);
    case 'ask':
      return l10n.t('Ask service at {0}', new URL(origin).host);
    case 'smartExtract':
      return environment === 'staging' ? l10n.t('SmartExtract (staging)') : 'SmartExtract';
  }
}
