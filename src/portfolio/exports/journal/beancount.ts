import { isoDay } from '../../days.ts';
import { accountsOf } from './accountsOf.ts';
import { CAPITAL_GAINS } from './journal.ts';
import type { Entry, Journal, Lot, Remark } from './journal.ts';
import { rupees } from './rupees.ts';

/**
 * A journal that `bean-check` accepts. Where the statement shows every purchase of a security, sales take the lots held longest, as
 * the tax rules do, and what is left over is the gain. Where it does not, purchases and sales are posted at their total price
 * and no gain is worked out.
 */
export function beancountOf(journal: Journal): string {
  const accounts = [...accountsOf(journal), ...(hasGains(journal) ? [CAPITAL_GAINS] : [])];
  const first = isoDay(firstDay(journal));
  const lines = [
    ...journal.notes.map((note) => `; ${note}`),
    '; Sales take the units held longest where the statement shows every purchase: the gains are an estimate, not tax advice.',
    '; Elsewhere they are posted at what they brought in, and no gain is worked out.',
    '',
    'option "title" "Portfolio"',
    'option "operating_currency" "INR"',
    'option "booking_method" "FIFO"',
    '',
  ];
  for (const { symbol, name } of journal.commodities) {
    lines.push(`${first} commodity ${symbol}`);
    if (name !== null) lines.push(`  name: "${name}"`);
  }
  for (const account of accounts) lines.push(`${first} open ${account}`);
  lines.push('', ...journal.items.map(item));
  for (const { day, holding, units } of journal.closings) {
    // Checked as the day begins, and the units are those at the end of the day before.
    lines.push(
      `${isoDay(day + 1)} balance ${holding.account} ${units.toString()} ${holding.symbol}`,
    );
  }
  for (const { day, symbol, price, estimate } of journal.prices) {
    lines.push(`${isoDay(day)} price ${symbol} ${price.toString()} INR`);
    if (estimate) lines.push('  note: "estimate: value divided by units"');
  }
  return `${lines.join('\n')}\n`;
}

function hasGains({ items }: Journal): boolean {
  return items.some((item) => item.of === 'entry' && item.lot?.of === 'oldest');
}

function firstDay({ items, prices, closings }: Journal): number {
  const days = [...items, ...prices, ...closings].flatMap(({ day }) => day ?? []);
  return days.reduce((first, day) => Math.min(first, day), days[0] ?? 0);
}

function item(item: Entry | Remark): string {
  const { day } = item;
  if (item.of === 'remark') return `; ${day === null ? '' : `${isoDay(day)} `}${item.text}\n`;
  const lines = [
    `${isoDay(item.day)} * "${item.payee}" "${item.narration}"`,
    ...(item.note === null ? [] : [`  note: "${item.note}"`]),
    ...postings(item).map((posting) => `  ${posting}`),
    '',
  ];
  return lines.join('\n');
}

function postings({ holding: { account, symbol }, move, lot }: Entry): string[] {
  switch (move.of) {
    case 'bought': {
      const total = rupees(move.amount);
      const cost = lot ? `{{${total}}}` : `@@ ${total}`;
      return [
        `${account}  ${move.units.toString()} ${symbol} ${cost}`,
        `${move.from}  ${rupees(move.amount.negated())}`,
      ];
    }
    case 'sold':
      return [
        `${account}  ${move.units.negated().toString()} ${symbol} ${lotSold(lot)}@@ ${rupees(move.amount)}`,
        `${move.into}  ${rupees(move.amount)}`,
        // Without an amount: what is left over.
        ...(lot?.of === 'oldest' ? [CAPITAL_GAINS] : []),
      ];
    case 'unvalued':
      return [
        `${account}  ${move.units.toString()} ${symbol}`,
        `${move.from}  ${move.units.negated().toString()} ${symbol}`,
      ];
    case 'money':
      return [
        `${move.into}  ${rupees(move.amount)}`,
        `${move.from}  ${rupees(move.amount.negated())}`,
      ];
  }
}

function lotSold(lot: Lot | null): string {
  if (lot === null || lot.of === 'new') return '';
  return lot.of === 'oldest' ? '{} ' : `{${isoDay(lot.day)}} `;
}
