import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import type { Position } from '../../portfolio/positions.ts';
import { Decimal } from '../../portfolio/decimal.ts';
import { Shown } from '../../portfolio/shown.ts';
import { t } from '../words.ts';
import type { TabEntry } from './Tabs.tsx';

const plain = new Shown(false);

/** The tabs, and how much is behind each. */
export function tabEntries(all: readonly Position[], checks: CheckSummary | null): TabEntry[] {
  const open = all.filter(({ closed }) => !closed).length;
  const transactions = all.reduce((sum, position) => sum + position.transactions.length, 0);
  return [
    { tab: 'holdings', name: t('Holdings'), note: count(open) },
    { tab: 'transactions', name: t('Transactions'), note: count(transactions) },
    { tab: 'gains', name: t('Realised gains') },
    {
      tab: 'checks',
      name: t('Checks'),
      ...(checks ? { note: `${count(checks.agreeing)} / ${count(checks.compared)}` } : {}),
    },
    { tab: 'statement', name: t('Statement') },
  ];
}

function count(number: number): string {
  return plain.count(Decimal.fromInteger(number));
}
