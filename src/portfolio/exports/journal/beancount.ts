import { isoDay } from '../../days.ts';
import { accountsOf } from './accountsOf.ts';
import { costInBeancount } from './costInBeancount.ts';
import type { Entry, Journal, Posting, Remark, UnitsPosting } from './journal.ts';
import { rupees } from './rupees.ts';

/**
 * A journal that `bean-check` accepts. Where lots can be told, each is posted at its cost and in the parts in which it is sold, so
 * that every sale names the cost that it takes. Where they cannot, purchases and sales are posted at their total price.
 */
export function beancountOf(journal: Journal): string {
  const first = isoDay(firstDay(journal));
  const lines = [
    ...journal.notes.map((note) => `; ${note}`),
    '; A purchase that was sold in parts is posted in these parts, so that their costs agree to the paisa.',
    "; Units without a cost have no market value in value() and in reports that use it: convert(sum(position), 'INR') has it.",
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
  for (const account of accountsOf(journal)) lines.push(`${first} open ${account}`);
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
    ...item.postings.map((posting) => `  ${postingText(posting, item.day)}`),
    '',
  ];
  return lines.join('\n');
}

function postingText(posting: Posting, day: number): string {
  if (posting.of === 'money') return `${posting.account}  ${rupees(posting.amount)}`;
  const { account, units, symbol } = posting;
  return [`${account}  ${units.toString()} ${symbol}`, ...worthText(posting, day)].join(' ');
}

function worthText({ units, worth }: UnitsPosting, day: number): string[] {
  if (!worth) return [];
  if (worth.of === 'price') return [`@@ ${rupees(worth.total)}`];
  const { total, acquired, proceeds } = worth;
  // New units are acquired on the day of their entry if no other is named.
  const isNew = units.sign > 0 && acquired === day;
  return [
    `{{${rupees(costInBeancount(total, units.abs()))}${isNew ? '' : `, ${isoDay(acquired)}`}}}`,
    ...(proceeds ? [`@@ ${rupees(proceeds)}`] : []),
  ];
}
