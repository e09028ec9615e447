import type { Account } from '../../portfolio/accounts.ts';
import { t } from '../words.ts';

/** What an account is called, without its number. */
export function accountTitle(account: Account): string {
  if (account.of === 'insurance') return t('Life insurance');
  if (account.of === 'nps') return t('NPS');
  return account.name ?? (account.of === 'folio' ? t('Folio') : t('Demat account'));
}

/** Whether its number is all that an account is called by: summaries of the registrars print folios without their AMC. */
export function isCalledByNumber({ of, name, number }: Account): boolean {
  return of === 'folio' && name === null && number !== null;
}
