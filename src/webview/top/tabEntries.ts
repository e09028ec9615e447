import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import type { Position } from '../../portfolio/positions.ts';
import { Decimal } from '../../portfolio/decimal.ts';
import { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { t } from '../words.ts';
import type { TabEntry } from './Tabs.tsx';

const plain = new DisplayFormatter(false);

/** The tabs, and how much is behind each. */
export function tabEntries(all: readonly Position[], checks: CheckSummary | null): TabEntry[] {
  return [
    ...holdingTabs(all),
    { tab: 'gains', name: t('Realised gains') },
    {
      tab: 'checks',
      name: t('Checks'),
      ...(checks ? { note: `${countNote(checks.agreeing)} / ${countNote(checks.compared)}` } : {}),
    },
    { tab: 'statement', name: t('Statement') },
  ];
}

/** The tabs of what is held and of what happened to it. */
export function holdingTabs(all: readonly Position[]): TabEntry[] {
  const open = all.filter(({ closed }) => !closed).length;
  const transactions = all.reduce((sum, position) => sum + position.transactions.length, 0);
  return [
    { tab: 'holdings', name: t('Holdings'), note: countNote(open) },
    { tab: 'transactions', name: t('Transactions'), note: countNote(transactions) },
  ];
}

/** A number as a tab has it beside its name. */
export function countNote(number: number): string {
  return plain.count(Decimal.fromInteger(number));
}
