import type { Account } from '../../portfolio/accounts.ts';
import { t } from '../words.ts';

/** What an account is called, without its number. */
export function accountTitle(account: Account): string {
  if (account.of === 'insurance') return t('Life insurance');
  if (account.of === 'nps') return t('NPS');
  return (
    account.name ?? (account.of === 'folio' ? t('A folio without an AMC') : t('Demat account'))
  );
}
