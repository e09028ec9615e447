import { l10n } from 'vscode';
import type { LocalPreview, PreviewAccount } from '../local/preview.ts';
import type { StatementKind } from '../local/statement.ts';
import { Decimal } from '../portfolio/decimal.ts';
import { formatRupees } from '../portfolio/format.ts';
import { dayText } from './dayText.ts';
import { plainText } from './plainText.ts';

const ISSUERS: Readonly<Record<StatementKind, string>> = {
  'cams-detailed': 'CAMS',
  'cams-summary': 'CAMS',
  'kfintech-detailed': 'KFintech',
  'kfintech-summary': 'KFintech',
  nsdl: 'NSDL',
  cdsl: 'CDSL',
};

/** More accounts than these are only counted: a notification has few lines. */
const NAMED = 4;

/**
 * What is known of a statement while it is still being read, for the progress notification.
 * @param masked whether names and amounts are hidden
 */
export function previewText(preview: LocalPreview, masked: boolean): string {
  const { kind, period, investor, accounts } = preview;
  const days = period && l10n.t('{0} to {1}', dayText(period.from), dayText(period.to));
  const parts = [ISSUERS[kind], days, masked ? null : investor, listText(accounts, masked)];
  const known = parts.filter((part) => part !== null).map(plainText);
  return l10n.t('{0} (still being read)', known.join(', '));
}

function listText(accounts: readonly PreviewAccount[], masked: boolean): string | null {
  if (accounts.length === 0) return null;
  const count = l10n.t('in the list of accounts: {0}', accounts.length);
  if (masked) return count;
  const named = accounts.slice(0, NAMED).map(({ name, value }) => {
    const amount = value === null ? null : Decimal.parse(value);
    return [name, amount && formatRupees(amount)].filter((part) => part !== null).join(' ');
  });
  const more = accounts.length > NAMED ? ' …' : '';
  return `${count} (${named.join('; ')}${more})`;
}
